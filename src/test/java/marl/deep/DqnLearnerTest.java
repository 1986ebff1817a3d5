package marl.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marl.agent.Policy;
import marl.agent.Transition;
import marl.env.AgainstFixed;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.MemoryOnePartner;
import marl.env.RepeatedGame;
import marl.env.Space;
import marl.env.Step;
import marl.game.Games;
import marl.nn.Precision;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class DqnLearnerTest {

    private static final boolean[] TWO = {true, true};

    private static DqnSettings.Builder small() {
        return DqnSettings.standard().hidden(24, 24).replay(32, 2_000, 1).epsilon(0.3);
    }

    private static DqnLearner trained(DqnSettings.Builder settings, long seed, int rounds) {
        MarkovGame world =
                AgainstFixed.of(RepeatedGame.of(Games.prisonersDilemma()).horizon(50), 0, MemoryOnePartner.titForTat());
        DqnLearner learner = DqnLearner.of(Encoding.oneHot(5), 2)
                .settings(settings.build())
                .seed(seed)
                .build();
        Rng rng = Rng.of(seed, "test", 0);
        double[] seen = world.reset(seed)[0];
        for (int t = 0; t < rounds; t++) {
            int action = learner.act(seen, TWO, rng);
            Step step = world.step(JointAction.of(action));
            double[] next = step.observations()[0];
            learner.learn(
                    new Transition(seen, action, step.rewards()[0], next, TWO, step.terminated(), step.truncated()));
            seen = step.over() ? world.reset(seed + t)[0] : next;
        }
        return learner;
    }

    /** Against tit-for-tat at gamma 0.9 cooperating for ever is worth 30 and is best in every state (exact theory). */
    @Test
    void itFindsTheExactReplyToTitForTatOverSeeds() {
        for (long seed = 0; seed < 4; seed++) {
            DqnLearner learner = trained(small().gamma(0.9), seed, 4_000);
            double[] start = learner.values(new double[] {4});
            assertTrue(start[0] > start[1], "cooperate at the start, seed " + seed);
            assertEquals(
                    30, start[0], 3, "the value of cooperating for ever; a tenth for the moving target, seed " + seed);
            double[] afterCooperation = learner.values(new double[] {0});
            assertTrue(afterCooperation[0] > afterCooperation[1], "and after mutual cooperation, seed " + seed);
        }
    }

    @Test
    void aPatientAndAnImpatientLearnerDiffer() {
        double[] impatient = trained(small().gamma(0.1), 1, 2_000).values(new double[] {4});
        assertTrue(impatient[1] > impatient[0], "at gamma 0.1 defecting is best");
        assertEquals(5 + 0.1 / 0.9, impatient[1], 0.5);
    }

    /** One state, one action, 1 a step, cut off at every second step: 1 / (1 - 0.5) = 2 with the bootstrap, less without. */
    @Test
    void truncationKeepsTheBootstrapUnlessTheFaultIsSwitchedOn() {
        double[] values = new double[2];
        for (int fault = 0; fault < 2; fault++) {
            DqnLearner learner = DqnLearner.of(Encoding.oneHot(1), 1)
                    .settings(small().build())
                    .gamma(0.5)
                    .clockIsTheEnd(fault == 1)
                    .learningRate(5e-3)
                    .seed(3)
                    .build();
            for (int t = 0; t < 1_500; t++) {
                learner.learn(new Transition(
                        new double[] {0}, 0, 1, new double[] {0}, new boolean[] {true}, false, t % 2 == 1));
            }
            values[fault] = learner.values(new double[] {0})[0];
        }
        assertEquals(2, values[0], 0.1);
        assertEquals(1 / (1 - 0.25), values[1], 0.15, "half of the steps lose their future");
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        double[] first = trained(small(), 5, 300).values(new double[] {2});
        assertArrayEquals(first, trained(small(), 5, 300).values(new double[] {2}));
        assertNotEquals(first[0], trained(small(), 6, 300).values(new double[] {2})[0]);
    }

    /**
     * In state 1 action 0 pays 1 and action 1 pays 10, and state 0 leads there for nothing. At gamma 0.5 coming from state
     * 0 is worth 5, or 0.5 where only action 0 is legal afterwards.
     */
    @Test
    void theBootstrapCountsLegalActionsOnly() {
        for (boolean doubleQ : new boolean[] {true, false}) {
            DqnLearner learner = DqnLearner.of(Encoding.oneHot(2), 2)
                    .settings(small().build())
                    .gamma(0.5)
                    .doubleQ(doubleQ)
                    .seed(4)
                    .build();
            for (int t = 0; t < 2_400; t++) {
                int action = t % 2;
                boolean first = t % 4 < 2;
                boolean[] legal = {true, first && action == 0};
                double reward = first ? 0 : action == 0 ? 1 : 10;
                learner.learn(new Transition(
                        new double[] {first ? 0 : 1}, action, reward, new double[] {1}, legal, !first, false));
            }
            double[] values = learner.values(new double[] {0});
            assertEquals(5, values[0], 0.3, "all legal; the target network lags, double Q " + doubleQ);
            assertEquals(0.5, values[1], 0.3, "one legal, double Q " + doubleQ);
        }
    }

    @Test
    void sharedLearnersTellThemselvesApartByTheirId() {
        List<DqnLearner> two = DqnLearner.of(Encoding.oneHot(1), 2)
                .settings(small().gamma(0).build())
                .seed(1)
                .sharing(2);
        double[] here = {0};
        for (int t = 0; t < 600; t++) {
            for (int agent = 0; agent < 2; agent++) {
                int action = t % 2;
                two.get(agent).learn(new Transition(here, action, action == agent ? 1 : 0, here, TWO, false, false));
            }
        }
        for (int agent = 0; agent < 2; agent++) {
            double[] values = two.get(agent).values(here);
            assertEquals(1, values[agent], 0.1);
            assertEquals(0, values[1 - agent], 0.1);
        }
    }

    @Test
    void thePublishedSettingsExploreForEver() {
        DqnLearner learner = trained(DqnSettings.published().hidden(8).replay(16, 100, 4), 1, 400);
        Rng rng = Rng.of(9);
        int cooperations = 0;
        for (int t = 0; t < 2_000; t++) {
            cooperations += learner.act(new double[] {4}, TWO, rng) == 0 ? 1 : 0;
        }
        assertEquals(1_000, cooperations, 5 * Math.sqrt(500), "coin flips, five standard deviations");
    }

    @Test
    void aGreedyPolicyIsFrozenAndRespectsTheMask() {
        DqnLearner learner = trained(small().gamma(0.9), 2, 1_000);
        Policy greedy = learner.greedy();
        int before = greedy.act(new double[] {4}, TWO, Rng.of(1));
        for (int t = 0; t < 400; t++) {
            learner.learn(new Transition(new double[] {4}, before, -50, new double[] {4}, TWO, true, false));
        }
        assertEquals(before, greedy.act(new double[] {4}, TWO, Rng.of(1)));
        boolean[] onlyOther = {before == 1, before == 0};
        assertEquals(1 - before, greedy.act(new double[] {4}, onlyOther, Rng.of(1)));
    }

    @Test
    void badInputIsOneClearSentence() {
        DqnLearner learner = DqnLearner.of(Encoding.oneHot(5), 2)
                .settings(small().build())
                .seed(1)
                .build();
        assertTrue(message(() -> learner.values(new double[] {1, 2}))
                .contains("takes an observation of 1 numbers, but got 2"));
        assertTrue(message(() -> learner.values(new double[] {5})).contains("a whole number below 5, not 5.0"));
        assertTrue(message(() -> learner.learn(
                        new Transition(new double[] {0}, 0, Double.NaN, new double[] {0}, TWO, false, false)))
                .contains("reward"));
        assertTrue(
                message(() -> small().replay(64, 32, 1).build()).contains("A buffer of 32 cannot give a batch of 64"));
        assertTrue(message(() -> small().learningRate(-1).build()).contains("A learning rate is above 0, not -1.0"));
        assertTrue(message(() -> small().gamma(1.5).build()).contains("A discount lies between 0 and 1"));
        assertTrue(message(() -> small().hidden(0).build()).contains("Hidden layers have at least one unit"));
        assertTrue(message(() -> Encoding.oneHot(0)).contains("at least one number"));
        assertTrue(message(() -> Encoding.oneHot(3).withId(2, 2)).contains("id is one of 0 to 1"));
    }

    /** Without a target network the largest value is the value of the best action, so nothing is lost by saying so. */
    @Test
    void doubleQWithoutATargetNetworkIsRefusedWithTheCure() {
        String said = message(() -> small().targetEvery(0).build());
        assertEquals(
                "Double Q needs a target network: say targetEvery(...) with 1 or more updates, or doubleQ(false).",
                said);
        assertEquals(
                said,
                message(() -> DqnLearner.of(Encoding.oneHot(5), 2)
                        .targetEvery(0)
                        .seed(1)
                        .build()));
        assertEquals(said, message(() -> DqnSettings.published().doubleQ(true).build()));
        assertEquals(0, small().targetEvery(0).doubleQ(false).build().targetEvery());
        assertTrue(message(() -> small().targetEvery(-1).build()).contains("or never with 0, not every -1"));
    }

    @Test
    void aBuilderMadeOfSettingsGivesThemBack() {
        for (DqnSettings settings :
                List.of(small().build(), DqnSettings.published().build())) {
            assertEquals(settings, settings.toBuilder().build());
        }
        assertThrows(
                IllegalStateException.class,
                () -> DqnLearner.of(Encoding.oneHot(5), 2).build());
    }

    /** A learner made for a game is the one with the encoding of that agent's observations. */
    @Test
    void aGameSaysWhatItsAgentsSeeAndDo() {
        MarkovGame game = RepeatedGame.of(Games.prisonersDilemma()).horizon(50);
        double[] here = {4};
        DqnLearner learner = DqnLearner.of(game, 1).hidden(8).seed(3).build();
        assertArrayEquals(
                DqnLearner.of(Encoding.oneHot(5), 2).hidden(8).seed(3).build().values(here), learner.values(here));
        assertTrue(message(() -> DqnLearner.of(game, 2)).contains("has agents 0 to 1, but not 2"));
    }

    /** The reference in double learns the same to single precision's rounding. */
    @Test
    void thePrecisionIsAChoice() {
        double[] single = trained(small().hidden(8), 1, 200).values(new double[] {4});
        double[] reference =
                trained(small().hidden(8).precision(Precision.DOUBLE), 1, 200).values(new double[] {4});
        assertArrayEquals(single, reference, 1e-2);
        assertNotEquals(single[0], reference[0]);
    }

    @Test
    void encodingsAreReadable() {
        assertArrayEquals(
                new double[] {0, 0, 1, 0, 1}, Encoding.oneHot(3).withId(1, 2).of(new double[] {2}));
        assertArrayEquals(new double[] {0.5, -1}, Encoding.numbers(2).of(new double[] {0.5, -1}));
        assertEquals(Encoding.oneHot(4), Encoding.of(new Space.Discrete(4)));
        assertEquals(Encoding.numbers(2), Encoding.of(Space.Box.of(2, -1, 1)));
        double[] both = {9, 9, 9, 9, 9, 9};
        Encoding.oneHot(2).withId(0, 1).write(new double[] {1}, both, 2);
        assertArrayEquals(new double[] {9, 9, 0, 1, 1, 9}, both);
        assertEquals(
                "one of 3 and the id of agent 1 of 2",
                Encoding.oneHot(3).withId(1, 2).toString());
    }

    private static String message(Runnable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
    }
}
