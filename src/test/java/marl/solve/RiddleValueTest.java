package marl.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.JointAction;
import marl.env.Step;
import marl.env.SwitchRiddle;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RiddleValueTest {
    private static final double EXACT = 1e-12;
    private static final SwitchRiddle THREE = SwitchRiddle.of(3);
    private static final SwitchRiddle FOUR = SwitchRiddle.of(4);

    @Test
    void theProtocolByHandEarnsAllThatChanceAllowsThreePrisoners() {
        assertEquals(540 / 729.0, RiddleValue.bound(THREE), EXACT);
        assertEquals(540 / 729.0, RiddleValue.byVisits(THREE, RiddleValue.byHand()), EXACT);
        assertEquals(540 / 729.0, RiddleValue.bestWithoutDays(THREE), EXACT);
    }

    @Test
    void tellingOnTheLastDayIsWorthTwiceTheChanceMinusOne() {
        assertEquals(351 / 729.0, RiddleValue.byVisits(THREE, RiddleValue.onTheLastDay(THREE)), EXACT);
        assertEquals(
                2 * RiddleValue.bound(FOUR) - 1, RiddleValue.byVisits(FOUR, RiddleValue.onTheLastDay(FOUR)), EXACT);
    }

    /** (4^10 - 4 3^10 + 6 2^10 - 4) / 4^10 by inclusion and exclusion. One bit cannot count to four without the day. */
    @Test
    void fourPrisonersNeedToKnowTheDay() {
        assertEquals((1048576 - 4 * 59049 + 6 * 1024 - 4) / 1048576.0, RiddleValue.bound(FOUR), EXACT);
        assertEquals(0, RiddleValue.bestWithoutDays(FOUR), EXACT);
    }

    @Test
    void withoutTheBulbItFallsToGuessing() {
        assertEquals(0, RiddleValue.bestWithoutDays(THREE.withoutBulb()), EXACT);
        double best = 0;
        // Telling is all that matters without a bulb: for each day and for new and old prisoners, yes or no.
        for (int code = 0; code < 1 << 12; code++) {
            int tells = code;
            best = Math.max(
                    best,
                    RiddleValue.byCounting(
                            THREE.withoutBulb(),
                            (day, bulb, been) -> (tells >> (2 * day + (been ? 1 : 0)) & 1) == 1
                                    ? SwitchRiddle.TELL
                                    : SwitchRiddle.NONE));
        }
        assertEquals(351 / 729.0, best, EXACT, "nothing beats telling on the last day");
    }

    @Property(tries = 50)
    void bothWaysOfCountingAgree(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int agents) {
        SwitchRiddle riddle = seed % 2 == 0
                ? SwitchRiddle.of(agents)
                : SwitchRiddle.of(agents).withoutBulb();
        RiddleValue.Protocol protocol = any(seed, riddle.days());
        assertEquals(RiddleValue.byVisits(riddle, protocol), RiddleValue.byCounting(riddle, protocol), 1e-9);
    }

    private static RiddleValue.Protocol any(long seed, int days) {
        Rng rng = Rng.of(seed);
        int[] actions = new int[4 * days];
        java.util.Arrays.setAll(actions, i -> rng.below(12) / 5);
        return (day, bulb, been) -> actions[4 * day + (bulb ? 2 : 0) + (been ? 1 : 0)];
    }

    /** 4,000 episodes of the game itself; four standard errors, of which one is at most 1 / sqrt(4000). */
    @Test
    void theGameIsTheOneThatIsCounted() {
        for (long seed = 0; seed < 4; seed++) {
            RiddleValue.Protocol protocol = seed == 0 ? RiddleValue.byHand() : any(seed, THREE.days());
            SwitchRiddle game = SwitchRiddle.of(3);
            double sum = 0;
            for (int episode = 0; episode < 4_000; episode++) {
                game.reset(Rng.mix(seed, "episode", episode));
                boolean[] been = new boolean[3];
                boolean over = false;
                while (!over) {
                    double[] state = game.state();
                    int visitor = (int) state[1];
                    int[] actions = new int[3];
                    actions[visitor] = protocol.act((int) state[0], state[2] == 1, been[visitor]);
                    been[visitor] = true;
                    Step step = game.step(JointAction.of(actions));
                    sum += step.rewards()[0];
                    over = step.over();
                }
            }
            assertEquals(RiddleValue.byVisits(THREE, protocol), sum / 4_000, 4 / Math.sqrt(4_000));
        }
    }

    @Test
    void tooManySequencesAreRefusedWithTheirNumber() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> RiddleValue.byVisits(SwitchRiddle.of(5), RiddleValue.byHand()))
                .getMessage();
        assertTrue(message.contains("6.10e+09"), message);
    }
}
