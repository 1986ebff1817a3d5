package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marl.agent.Schedule;
import marl.agent.Transition;
import marl.env.JointAction;
import marl.env.RepeatedGame;
import marl.env.Step;
import marl.experiment.Outcome;
import marl.experiment.Sweep;
import marl.experiment.SweepResult;
import marl.game.Games;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

/** What pairs of independent learners do in the repeated prisoner's dilemma, over seeds. */
class DilemmaPairsTest {

    private static final boolean[] LEGAL = {true, true};

    /** Mutual cooperation and mutual defection in the last tenth of a run of two tabular memory-one learners. */
    private static double[] tabular(long seed, int rounds) {
        RepeatedGame game = RepeatedGame.of(Games.prisonersDilemma()).horizon(rounds);
        double[][][] q = new double[2][5][2];
        Rng rng = Rng.of(seed);
        double[][] seen = game.reset(seed);
        double[] late = new double[2];
        for (int t = 0; t < rounds; t++) {
            double epsilon = Math.max(0, 1 - 1.5 * t / rounds);
            int[] joint = new int[2];
            for (int i = 0; i < 2; i++) {
                joint[i] = rng.bernoulli(epsilon) ? rng.below(2) : rng.argmax(q[i][(int) seen[i][0]]);
            }
            Step step = game.step(JointAction.of(joint));
            for (int i = 0; i < 2; i++) {
                double[] row = q[i][(int) seen[i][0]];
                double[] next = q[i][(int) step.observations()[i][0]];
                row[joint[i]] += 0.05 * (step.rewards()[i] + 0.95 * Math.max(next[0], next[1]) - row[joint[i]]);
            }
            seen = step.observations();
            if (t >= rounds - rounds / 10 && joint[0] == joint[1]) {
                late[joint[0]] += 10.0 / rounds;
            }
        }
        return late;
    }

    /** Expected 90 % mutual defection; with 30 pairs fewer than 21 would happen less than once in 1,000 tries (binomial). */
    @Test
    void tabularPairsEndInMutualDefectionNineTimesInTen() {
        SweepResult pairs = Sweep.seeds(30).run(seed -> {
            double[] late = tabular(seed, 150_000);
            return Outcome.of("defect", late[1] > 0.9).and("cooperate", late[0] > 0.9);
        });
        double defecting = pairs.mean("defect");
        assertTrue(defecting >= 0.7, "share of mutual defection " + defecting);
        assertTrue(pairs.mean("cooperate") <= 0.3, "a few pairs cooperate, not most");
    }

    private static double lateCooperation(DqnSettings settings, long seed) {
        int rounds = 1_600;
        RepeatedGame game = RepeatedGame.of(Games.prisonersDilemma()).horizon(rounds);
        List<DqnLearner> two = List.of(
                DqnLearner.of(Encoding.oneHot(5), 2)
                        .settings(settings)
                        .seed(2 * seed)
                        .build(),
                DqnLearner.of(Encoding.oneHot(5), 2)
                        .settings(settings)
                        .seed(2 * seed + 1)
                        .build());
        Rng rng = Rng.of(seed, "actions", 0);
        double[][] seen = game.reset(seed);
        double cooperation = 0;
        for (int t = 0; t < rounds; t++) {
            int[] joint = {two.get(0).act(seen[0], LEGAL, rng), two.get(1).act(seen[1], LEGAL, rng)};
            Step step = game.step(JointAction.of(joint));
            for (int i = 0; i < 2; i++) {
                two.get(i)
                        .learn(new Transition(
                                seen[i],
                                joint[i],
                                step.rewards()[i],
                                step.observations()[i],
                                LEGAL,
                                false,
                                step.truncated()));
            }
            seen = step.observations();
            cooperation += t < rounds / 2 ? 0 : (2 - joint[0] - joint[1]) / (double) rounds;
        }
        return cooperation;
    }

    /** With exploration that falls both defect (below 0.2 in 4 of 4 seeds); with exploration stuck at 1 they flip coins. */
    @Test
    void deepPairsDefectOnceTheyStopExploringAndFlipCoinsIfTheyNeverDo() {
        DqnSettings falling = DqnSettings.standard()
                .hidden(24, 24)
                .replay(32, 1_000, 1)
                .epsilon(Schedule.linear(1, 0.05, 700))
                .build();
        DqnSettings stuck =
                DqnSettings.published().hidden(8).replay(16, 1_000, 8).build();
        for (long seed = 0; seed < 4; seed++) {
            double cooperation = lateCooperation(falling, seed);
            assertTrue(cooperation < 0.2, "seed " + seed + ": " + cooperation);
            // 1,600 coins: one standard deviation is 0.0125, five are allowed.
            assertEquals(0.5, lateCooperation(stuck, seed), 0.0625, "seed " + seed);
        }
    }
}
