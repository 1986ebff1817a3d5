package marl.selfplay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marl.agent.MixedPolicy;
import marl.agent.SoftmaxLearner;
import marl.game.Games;
import marl.game.MatrixGame;
import marl.game.NashConv;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class PsroTest {
    private static final MatrixGame RPS = Games.rockPaperScissors();

    /** Policies are mixed strategies; the oracle is a learner that trains for a while against the mixture. */
    private static final class Learning implements Psro.World<MixedPolicy> {
        private final long seed;
        private long asked;

        Learning(long seed) {
            this.seed = seed;
        }

        @Override
        public double payoff(MixedPolicy first, MixedPolicy second) {
            return RPS.expectedPayoff(0, first.probabilities(), second.probabilities());
        }

        @Override
        public MixedPolicy reply(int seat, List<MixedPolicy> others, double[] mixture) {
            SoftmaxLearner learner = SoftmaxLearner.of(3).rate(0.1).build();
            Rng rng = Rng.of(seed, "oracle", asked++);
            boolean[] legal = {true, true, true};
            for (int t = 0; t < 1_500; t++) {
                int own = learner.act(rng);
                int other = others.get(rng.categorical(mixture)).act(new double[0], legal, rng);
                learner.learn(own, seat == 0 ? RPS.payoff(0, own, other) : RPS.payoff(1, other, own));
            }
            return learner.greedy();
        }
    }

    /** Over ten seeds: ten replies of a learner bring the league's equilibrium close to the game's. */
    @Test
    void withALearnerForAnOracleTheLeagueBecomesHardToExploit() {
        double before = 0;
        double after = 0;
        for (long seed = 0; seed < 10; seed++) {
            Psro<MixedPolicy> league =
                    new Psro<>(new Learning(seed), MixedPolicy.of(0.8, 0.1, 0.1), MixedPolicy.of(0.8, 0.1, 0.1), 1e-6);
            before += exploitability(league) / 10;
            after += exploitability(league.grow(10)) / 10;
            assertTrue(league.policies(0).size() > 2);
            assertTrue(league.support(1e-6)[0] >= 2);
        }
        assertEquals(0.7, before, 1e-9);
        assertTrue(after < 0.1, "mean exploitability after ten rounds: " + after);
    }

    private static double exploitability(Psro<MixedPolicy> league) {
        double[][] whole = new double[2][3];
        for (int seat = 0; seat < 2; seat++) {
            double[] mixture = league.solution().profile().strategy(seat);
            for (int i = 0; i < mixture.length; i++) {
                double[] p = league.policies(seat).get(i).probabilities();
                for (int a = 0; a < 3; a++) {
                    whole[seat][a] += mixture[i] * p[a];
                }
            }
        }
        return NashConv.exploitability(RPS, whole);
    }

    /** Numbers on a line: whoever is higher wins by the difference, but 3 is the most there is. */
    private static final Psro.World<Integer> LADDER = new Psro.World<>() {
        @Override
        public double payoff(Integer first, Integer second) {
            return first - second;
        }

        @Override
        public Integer reply(int seat, List<Integer> others, double[] mixture) {
            return Math.min(3, others.get(others.size() - 1) + 1);
        }
    };

    @Test
    void itStopsWhenNeitherReplyGains() {
        Psro<Integer> league = new Psro<>(LADDER, 0, 0, 0);
        league.grow(2);
        assertFalse(league.converged());
        assertArrayEquals(new double[][] {{0, -1, -2}, {1, 0, -1}, {2, 1, 0}}, league.payoffs());
        league.grow(100);
        assertTrue(league.converged());
        assertEquals(List.of(0, 1, 2, 3), league.policies(0));
        assertEquals(4, league.rounds().size());
        assertEquals(new Psro.Round(1, 1, 0, 2), league.rounds().get(0));
        assertEquals(0, league.rounds().get(3).gap());
        assertArrayEquals(new double[] {0, 0, 0, 1}, league.solution().row());
        assertTrue(league.toString().contains("no reply gains"));
    }

    @Test
    void refusesNegativeNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new Psro<>(LADDER, 0, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Psro<>(LADDER, 0, 0, 0).grow(-1));
    }
}
