package marl.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marl.env.MarkovGame;
import marl.env.ParticleGame;
import marl.env.Space;
import marl.env.StatelessGame;
import marl.env.TwoStepGame;
import marl.game.Games;
import marl.nn.Mlp;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MaddpgTest {

    private static MaddpgBuilder small(MarkovGame game) {
        return Maddpg.of(game).hidden(16).replay(8, 64).warmUp(16).rounds(2, 10).seed(3);
    }

    private static double[] weights(Maddpg learner) {
        double[] all = new double[0];
        for (int agent = 0; agent < learner.shape().agents(); agent++) {
            MaddpgAgent own = learner.agent(agent);
            for (Mlp net : new Mlp[] {own.actor(), own.critic(), own.targetActor(), own.targetCritic()}) {
                double[] more = net.parameters().get(0).values().dup().toDoubleVector();
                int from = all.length;
                all = Arrays.copyOf(all, from + more.length);
                System.arraycopy(more, 0, all, from, more.length);
            }
        }
        return all;
    }

    /** Games with equal and with unequal agents, of controls and of choices; more steps than the replay holds. */
    @Test
    void theSameSeedGivesTheSameBitsOnOneThreadAndOnTwo() {
        for (ParticleGame game :
                new ParticleGame[] {ParticleGame.spread(3), ParticleGame.tag(), ParticleGame.speakerListener()}) {
            for (ParticleGame either : new ParticleGame[] {game, game.continuous()}) {
                Maddpg one = small(either).build();
                Maddpg two = small(either).threads(2).build();
                double[] start = weights(one);
                double[] means = one.train(120);
                assertArrayEquals(means, two.train(120));
                assertArrayEquals(weights(one), weights(two));
                assertFalse(Arrays.equals(start, weights(one)));
                assertEquals(120, one.steps());
                assertArrayEquals(one.play(3, 5), two.play(3, 5));
                Maddpg other = small(either).seed(4).build();
                other.train(120);
                assertFalse(Arrays.equals(weights(one), weights(other)));
            }
        }
    }

    /** Training in two goes is training in one; playing in between changes nothing. */
    @Test
    void trainingGoesOnWhereItStopped() {
        Maddpg once = small(ParticleGame.spread(2)).build();
        Maddpg twice = small(ParticleGame.spread(2)).build();
        double[] means = once.train(200);
        double[] first = twice.train(100);
        twice.play(2, 1);
        double[] second = twice.train(200);
        assertEquals(10, means.length);
        assertArrayEquals(Arrays.copyOf(means, 5), first);
        assertArrayEquals(Arrays.copyOfRange(means, 5, 10), second);
        assertArrayEquals(weights(once), weights(twice));
    }

    /** One step reaches the replay as it happened: each number of the batch is the game's own, told by its first numbers. */
    @Test
    void terminatedStepsHaveNoNextValueAndTruncatedOnesHave() {
        for (boolean terminates : new boolean[] {true, false}) {
            MarkovGame game = new ControlGame(new int[] {2, 3}, new int[] {1, 2}, 4, terminates, 10);
            Maddpg learner = small(game).replay(64, 64).warmUp(1_000).build();
            learner.train(20);
            MaddpgBatch batch = new MaddpgBatch(learner.shape(), 64, Precision.DOUBLE);
            learner.replay().draw(batch, Rng.of(1));
            batch.showNext();
            int last = 0;
            for (int b = 0; b < 64; b++) {
                double seen = batch.seen(0).getDouble(b, 0);
                assertEquals(seen + 1, batch.nextSeen(0).getDouble(b, 0), "the final observation is the next one");
                assertEquals(seen + 1, batch.nextSeen(1).getDouble(b, 0));
                assertEquals(seen + 1, batch.nextJoint().getDouble(b, 2));
                boolean ended = terminates && seen == 13;
                last += seen == 13 ? 1 : 0;
                assertEquals(ended ? 0 : 1, batch.continuing().getDouble(b, 0));
                for (int agent = 0; agent < 2; agent++) {
                    double control = batch.joint().getDouble(b, 5 + agent);
                    // The reward is made of the control before it is rounded to 32 bits, which is off by at most 6e-8.
                    assertEquals(agent + control, batch.rewards(agent).getDouble(b, 0), 2e-7);
                }
                assertEquals(batch.seen(1).getDouble(b, 2), batch.joint().getDouble(b, 4));
            }
            assertTrue(last > 0);
        }
    }

    /** y = r + .95 c Q', with everything worked out from single rows. */
    @Test
    void aTargetIsTheRewardPlusWhatTargetNetworksExpect() {
        MarkovGame game = new ControlGame(new int[] {2, 3}, new int[] {1, 2}, 4, true, 0);
        Maddpg learner = small(game).precision(Precision.DOUBLE).build();
        learner.train(40);
        MaddpgBatch batch = new MaddpgBatch(learner.shape(), 8, Precision.DOUBLE);
        learner.replay().draw(batch, Rng.of(2));
        double goingOn = batch.continuing().sumNumber().doubleValue();
        assertTrue(goingOn > 0 && goingOn < 8, "both kinds are in the batch");
        learner.agent(0).foresee(batch);
        learner.agent(1).foresee(batch);
        batch.showNext();
        Tape tape = Tape.of(Precision.DOUBLE);
        MaddpgLoss loss = new MaddpgLoss(learner.shape(), 1, learner.settings());
        double[] targets = loss.target(
                        tape,
                        learner.agent(1).targetCritic(),
                        tape.input(batch.nextJoint()),
                        tape.input(batch.rewards(1)),
                        tape.input(batch.continuing()))
                .numbers();
        for (int b = 0; b < 8; b++) {
            double[] first = batch.nextSeen(0).getRow(b).toDoubleVector();
            double[] second = batch.nextSeen(1).getRow(b).toDoubleVector();
            double[] own = learner.agent(0).targetActor().values(first);
            double[] other = learner.agent(1).targetActor().values(second);
            double[] all = {
                first[0],
                first[1],
                second[0],
                second[1],
                second[2],
                Math.tanh(own[0]),
                Math.tanh(other[0]),
                Math.tanh(other[1])
            };
            double next = learner.agent(1).targetCritic().values(all)[0];
            double expected =
                    batch.rewards(1).getDouble(b, 0) + 0.95 * batch.continuing().getDouble(b, 0) * next;
            assertEquals(expected, targets[b], 1e-6, "target actions are kept in 32 bits");
        }
    }

    /**
     * On spread with two agents doing nothing earns -19.3 an episode, controls at random -20.0 and action numbers at random -21.0
     * (4,000 episodes each). After 5,000 steps learners were at -12 to -14; the mean of 400 episodes has a standard error of about .2.
     */
    @Test
    void controlsAreLearned() {
        for (int seed = 1; seed <= 2; seed++) {
            assertLearns(ParticleGame.spread(2).continuous(), seed);
        }
    }

    @Test
    void choicesAreLearned() {
        assertLearns(ParticleGame.spread(2), 1);
    }

    private static void assertLearns(ParticleGame game, int seed) {
        Maddpg learner = Maddpg.of(game)
                .learningRates(1e-3, 1e-2)
                .tau(0.02)
                .replay(128, 50_000)
                .seed(seed)
                .build();
        learner.train(5_000);
        double mean = Arrays.stream(learner.play(400, 7)).average().orElseThrow();
        assertTrue(mean > -15.5, game + ", seed " + seed + ": " + mean);
    }

    @Test
    void actionsStayWithinTheirBoxAndAreOneHot() {
        BoxHead box = new BoxHead(new Space.Box(new double[] {-2, 0}, new double[] {4, 1}));
        ChoiceHead choice = new ChoiceHead(3);
        Rng rng = Rng.of(1);
        double[] action = new double[4];
        int[] counts = new int[3];
        for (int i = 0; i < 10_000; i++) {
            box.explore(new double[] {3.5, 0.1}, 0, 1, rng, action, 1);
            assertTrue(action[1] >= -2 && action[1] <= 4 && action[2] >= 0 && action[2] <= 1);
            choice.explore(new double[] {9, 0, Math.log(2), Math.log(5)}, 1, 1, rng, action, 1);
            counts[choice.chosen(action, 1)]++;
        }
        // The softmax of the outputs is 1/8, 2/8, 5/8; four standard errors of a share are at most .02.
        assertArrayEquals(
                new double[] {0.125, 0.25, 0.625},
                Arrays.stream(counts).mapToDouble(n -> n / 1e4).toArray(),
                0.02);
    }

    @Test
    void badSettingsAndGamesAreRefusedInASentence() {
        MarkovGame game = ParticleGame.spread(2);
        refused(
                "does not fit into a replay of 10",
                () -> small(game).replay(11, 10).build());
        refused("Tau is above 0", () -> small(game).tau(0).build());
        refused("Tau is above 0", () -> small(game).tau(1.01).build());
        refused("Tau is above 0", () -> small(game).tau(Double.NaN).build());
        refused(
                "Learning rates are above 0",
                () -> small(game).learningRates(1e-3, 0).build());
        refused("Gamma lies between", () -> small(game).gamma(1.1).build());
        refused("at least one transition", () -> small(game).replay(0, 5).build());
        refused("at least one between updates", () -> small(game).updateEvery(0).build());
        refused("A round has at least one world", () -> small(game).rounds(0, 5).build());
        refused("Noise and", () -> small(game).noise(-1).build());
        refused("positive length", () -> small(game).clipNorm(0).build());
        refused("1 or 2 threads", () -> small(game).threads(3).build());
        refused("at least one unit", () -> small(game).hidden(4, 0).build());
        refused(
                "lower the capacity",
                () -> small(game).replay(1, Integer.MAX_VALUE).build());
        refused("at least one episode", () -> small(game).build().play(0, 1));
        refused("finite bounds", () -> DirectHead.of(Space.Box.of(2, 0, Double.POSITIVE_INFINITY)));
        MarkovGame nan = new ControlGame(new int[] {2}, new int[] {1}, 4, true, Double.NaN);
        refused("Agent 0 observes NaN", () -> small(nan).build().train(20));
        refused("Agent 0 observes NaN", () -> small(nan).build().play(1, 1));
        assertThrows(IllegalStateException.class, () -> Maddpg.of(game).build());
        MarkovGame masked = new ShapeGame(2, 3, 3, 4, 10, true, false, true, true);
        String message = assertThrows(
                        IllegalStateException.class, () -> small(masked).build().train(20))
                .getMessage();
        assertTrue(message.contains("may not take action 1"), message);
        assertEquals(
                0.95,
                small(StatelessGame.of(Games.climbing())).build().settings().gamma());
    }

    private static void refused(String part, Executable wrong) {
        String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }

    /** What is seen as one of n arrives as a row of n numbers, for actor and critic alike. */
    @Test
    void oneOfSeveralThingsIsSeenAsARow() {
        Maddpg team = Maddpg.of(new TwoStepGame()).seed(1).build();
        assertEquals(TwoStepGame.STATES, team.shape().observationSize(0));
        team.train(200);
        assertEquals(50, team.play(50, 1).length);
    }
}
