package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.JointAction;
import marl.env.Levers;
import marl.env.MarkovGame;
import marl.env.ObservationIndex;
import marl.env.TwoRooms;
import marl.env.WhomToAsk;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.random.Rng;
import marl.solve.MeanOfBits;
import org.junit.jupiter.api.Test;

/** Games of one step: closed forms against all joint actions, and what is learned against exact values. */
class OneStepTeamTest {
    /** A mean over 4,000 games of rewards in [0, 1] has a standard error below .008; where rewards vary less, well below. */
    private static final double NOISE = 0.025;

    private static OneStepTeam asking(int agents, boolean attention, long seed) {
        WhomToAsk game = WhomToAsk.of(agents, 2);
        CommNetBuilder built = CommNet.of(2 * agents + 2, agents, 2)
                .fields(3)
                .hidden(32)
                .rounds(1)
                .bits(1);
        CommNet net = (attention ? built.attention(8) : built).build(seed);
        return OneStepTeam.of(game, game.fields(), net, 64, 0.01, seed)
                .expecting(ExpectedReward.whomToAsk())
                .entropy(0.3);
    }

    /** All 3,125 joint pulls, and all 8 joint guesses, by the games' own steps. */
    @Test
    void expectedRewardsAreTheMeanOverAllJointActions() {
        closedForm(Levers.of(5, 50), ExpectedReward.levers());
        closedForm(WhomToAsk.of(3, 2), ExpectedReward.whomToAsk());
    }

    private static void closedForm(MarkovGame game, ExpectedReward reward) {
        int n = game.agents();
        int m = game.actions(0);
        game.reset(3);
        Rng rng = Rng.of(1);
        double[][] p = new double[n][m];
        for (double[] row : p) {
            double sum = 0;
            for (int a = 0; a < m; a++) {
                row[a] = rng.uniform();
                sum += row[a];
            }
            for (int a = 0; a < m; a++) {
                row[a] /= sum;
            }
        }
        double mean = 0;
        for (int code = 0; code < Math.round(Math.pow(m, n)); code++) {
            int left = code;
            int[] joint = new int[n];
            double chance = 1;
            for (int i = 0; i < n; i++) {
                joint[i] = left % m;
                left /= m;
                chance *= p[i][joint[i]];
            }
            mean += chance * game.copy().step(JointAction.of(joint)).rewards()[0];
        }
        Tape tape = Tape.of(Precision.DOUBLE);
        assertEquals(
                mean, reward.of(tape.input(p), new double[][] {game.state()}).item(), 1e-12);
    }

    @Test
    void leversAmongFiftyAreLearnedAndNobodyHeardIsGuessing() {
        Levers game = Levers.of(5, 50);
        for (long seed = 0; seed < 2; seed++) {
            CommNet net = CommNet.of(50, 5, 5).build(seed);
            OneStepTeam team =
                    OneStepTeam.of(game, game.index(), net, 64, 3e-3, seed).expecting(ExpectedReward.levers());
            team.run(4_000);
            double heard = team.greedy(20_000, Hearing.OTHERS, 5);
            assertTrue(heard >= 0.94, "seed " + seed + " earns " + heard);
            for (Hearing ablation : new Hearing[] {Hearing.NOBODY, Hearing.SHUFFLED}) {
                double deaf = team.greedy(20_000, ablation, 5);
                assertTrue(deaf < game.independentValue() + 0.01, ablation + " earns " + deaf);
            }
        }
    }

    @Test
    void trainedWithoutHearingItEarnsTheExactValueOfIndependentPlay() {
        Levers game = Levers.of(5, 20);
        CommNet net = CommNet.of(20, 5, 5).hidden(16).build(1);
        double reward = OneStepTeam.of(game, game.index(), net, 64, 3e-3, 1)
                .expecting(ExpectedReward.levers())
                .hearing(Hearing.NOBODY)
                .run(1_000);
        assertEquals(game.independentValue(), reward, 0.01);
    }

    /** Of 20 seeds with attention, 19 came to 1 with three agents and 20 with four. */
    @Test
    void theMeanOfBitsIsHeldByItsBoundAndAttentionIsNot() {
        for (int agents = 3; agents <= 4; agents++) {
            double bound = MeanOfBits.of(WhomToAsk.of(agents, 2)).value();
            for (long seed = 0; seed < 5; seed++) {
                OneStepTeam mean = asking(agents, false, seed);
                mean.run(1_000);
                assertEquals(bound, mean.greedy(4_000, Hearing.OTHERS, 1), NOISE, "the mean reaches it, and no more");
                OneStepTeam attention = asking(agents, true, seed);
                attention.run(1_000);
                assertEquals(1, attention.greedy(4_000, Hearing.OTHERS, 1), 0.01, agents + " agents, seed " + seed);
                assertEquals(0.5, attention.greedy(4_000, Hearing.SHUFFLED, 1), NOISE);
                assertEquals(0.5, attention.greedy(4_000, Hearing.NOBODY, 1), NOISE);
            }
        }
    }

    @Test
    void reinforceLearnsFromSamplesAlone() {
        for (long seed = 0; seed < 3; seed++) {
            Levers game = Levers.of(3, 10);
            CommNet net = CommNet.of(10, 3, 3).hidden(32).build(seed);
            OneStepTeam team = OneStepTeam.of(game, game.index(), net, 64, 3e-3, seed);
            team.run(1_500);
            double earned = team.greedy(4_000, Hearing.OTHERS, 1);
            assertTrue(earned > game.independentValue() + 0.15, "seed " + seed + " earns " + earned);
            assertTrue(team.greedy(4_000, Hearing.SHUFFLED, 1) < game.independentValue() + 0.02, "seed " + seed);
        }
    }

    @Test
    void sameSeedSameBits() {
        double[] rewards = new double[2];
        for (int k = 0; k < 2; k++) {
            OneStepTeam team = asking(3, true, 4);
            rewards[k] = team.run(20);
        }
        assertEquals(rewards[0], rewards[1]);
    }

    @Test
    void anotherGamesNetworkIsRefused() {
        Levers game = Levers.of(5, 50);
        CommNet other = CommNet.of(50, 4, 5).build(0);
        CommNet net = CommNet.of(50, 5, 5).build(0);
        assertThrows(IllegalArgumentException.class, () -> OneStepTeam.of(game, game.index(), other, 8, 1e-3, 0));
        assertThrows(IllegalArgumentException.class, () -> OneStepTeam.of(game, game.index(), net, 1, 1e-3, 0));
        OneStepTeam team = OneStepTeam.of(game, game.index(), net, 8, 1e-3, 0);
        assertThrows(IllegalArgumentException.class, () -> team.run(9));
        assertThrows(IllegalArgumentException.class, () -> team.entropy(-1));
        CommNet walker = CommNet.of(1, 1, 2).build(0);
        OneStepTeam rooms = OneStepTeam.of(TwoRooms.of(3), ObservationIndex.single(), walker, 8, 1e-3, 0);
        assertThrows(IllegalStateException.class, rooms::update, "a game of three steps");
    }
}
