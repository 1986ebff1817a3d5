package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import marl.game.CoverGame;
import marl.game.Credit;
import marl.game.Games;
import marl.game.NoisyGame;
import marl.random.Rng;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DifferenceRewardTest {
    @Nested
    class OfTeamDrift extends MarkovGameContract {
        @Override
        protected MarkovGame game() {
            return DifferenceReward.of(new TeamDrift(), 0);
        }

        @Override
        protected boolean stochastic() {
            return true;
        }
    }

    @Nested
    class MeanOfTeamDrift extends MarkovGameContract {
        @Override
        protected MarkovGame game() {
            return TeamReward.of(new TeamDrift());
        }

        @Override
        protected boolean stochastic() {
            return true;
        }
    }

    @Nested
    class DriftBySums extends MarkovGameContract {
        @Override
        protected MarkovGame game() {
            return new TeamDriftSum();
        }

        @Override
        protected boolean stochastic() {
            return true;
        }
    }

    /**
     * With the same noise, effort 0 instead of e_i would have left x0 lower by 0.05 e_i: the difference has a closed form
     * in which no noise is left. It fails if the counterfactual meets other chance.
     */
    @Test
    void teamDriftHasAClosedFormAndGoesOnUnchanged() {
        TeamDrift plain = new TeamDrift();
        MarkovGame difference = DifferenceReward.of(new TeamDrift(), 0);
        plain.reset(5);
        difference.reset(5);
        Rng rng = Rng.of(6);
        for (int t = 0; t < TeamDrift.STEPS; t++) {
            int[] efforts = {rng.below(4), rng.below(4), rng.below(4)};
            Step expected = plain.step(JointAction.of(efforts));
            Step step = difference.step(JointAction.of(efforts));
            assertArrayEquals(expected.observations(), step.observations());
            assertEquals(expected.truncated(), step.truncated());
            double x = step.observations()[0][0];
            for (int i = 0; i < 3; i++) {
                double lost = efforts[i] < 2 ? 0 : TeamDrift.BONUS / 3;
                double closed = -Math.abs(x) + Math.abs(x - TeamDrift.PUSH * efforts[i]) - lost;
                // Means of numbers of at most 20: a few roundings of 4e-15.
                assertEquals(closed, step.rewards()[i], 1e-13);
            }
        }
    }

    /** Staying away as default action is the cover game without that agent: the closed form of the game itself. */
    @Test
    void theCoverGamesByCopyAndByFormula() {
        CoverGame cover = CoverGame.of(6, 5);
        MarkovGame copies =
                DifferenceReward.of(StatelessGame.of(cover.withIdle()).rounds(200), 5);
        copies.reset(0);
        Rng rng = Rng.of(1);
        for (int t = 0; t < 200; t++) {
            int[] joint = IntStream.range(0, 6).map(i -> rng.below(5)).toArray();
            // Means of six equal whole numbers.
            assertArrayEquals(
                    cover.credit(Credit.DIFFERENCE).payoffs(joint),
                    copies.step(JointAction.of(joint)).rewards(),
                    1e-14);
        }
    }

    /** Both steps see the same side of the coin, so only differences within one table occur. */
    @Test
    void theCoinIsTheSameInTheCounterfactual() {
        MarkovGame noisy = DifferenceReward.of(
                StatelessGame.of(NoisyGame.fullyStochasticClimbing()).rounds(100), 2);
        MarkovGame plain = StatelessGame.of(NoisyGame.fullyStochasticClimbing()).rounds(100);
        noisy.reset(3);
        plain.reset(3);
        for (int t = 0; t < 100; t++) {
            double paid = plain.step(JointAction.of(0, 0)).rewards()[0];
            // Heads: 10 against 8 (c, a) and 5 (a, c); tails: 12 against -8 and -5.
            double[] expected = paid == 10 ? new double[] {2, 5} : new double[] {20, 17};
            assertArrayEquals(expected, noisy.step(JointAction.of(0, 0)).rewards());
        }
    }

    @Test
    void theDefaultActionEarnsNothingAndTheReadingCanBeChosen() {
        StatelessGame dilemma = StatelessGame.of(Games.prisonersDilemma());
        DifferenceReward game = DifferenceReward.of(dilemma, 1);
        game.reset(0);
        // (C, D): mean 2.5; without C (D, D): mean 1.
        assertArrayEquals(new double[] {1.5, 0}, game.step(JointAction.of(0, 1)).rewards());
        MarkovGame first = game.team(step -> step.rewards()[0]);
        first.reset(0);
        assertArrayEquals(new double[] {-1, 0}, first.step(JointAction.of(0, 1)).rewards());
        assertThrows(IllegalArgumentException.class, () -> DifferenceReward.of(dilemma, 2));
        assertThrows(IllegalArgumentException.class, () -> DifferenceReward.of(dilemma, -1));
    }

    @Test
    void theMeanIsEverybodysReward() {
        MarkovGame team = TeamReward.of(StatelessGame.of(Games.prisonersDilemma()));
        team.reset(0);
        assertArrayEquals(
                new double[] {2.5, 2.5}, team.step(JointAction.of(0, 1)).rewards());
    }

    /** The sum's reward is the best of all joint actions with that sum, by trying the 64. */
    @Test
    void aSumIsSplitAsBestItCanBe() {
        TeamDrift joint = new TeamDrift();
        joint.reset(8);
        TeamDriftSum sums = new TeamDriftSum();
        sums.reset(8);
        for (int sum = 0; sum < TeamDriftSum.SUMS; sum++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < 64; a++) {
                int[] efforts = {a / 16, a / 4 % 4, a % 4};
                if (efforts[0] + efforts[1] + efforts[2] == sum) {
                    best = Math.max(best, TeamDrift.teamReward(joint.copy().step(JointAction.of(efforts))));
                }
            }
            assertEquals(best, sums.copy().step(JointAction.of(sum)).rewards()[0], 1e-15);
        }
        assertThrows(IllegalArgumentException.class, () -> TeamDrift.split(10));
    }
}
