package marl.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.LeakyNim;
import marl.env.TicTacToe;
import marl.env.TurnGame;
import marl.env.TurnPolicy;
import org.junit.jupiter.api.Test;

class WorstCaseTest {
    private static final PerfectPlay TIC_TAC_TOE = PerfectPlay.of(new TicTacToe());
    private static final GameTree TREE = TIC_TAC_TOE.tree();
    private static final TurnPolicy RANDOM = TurnPolicy.uniform();
    private static final TurnPolicy FIRST_FREE = TurnPolicy.of(position -> {
        int action = 0;
        while (!position.legal(action)) {
            action++;
        }
        return action;
    });

    @Test
    void perfectPlayNeverLosesAndOthersDo() {
        for (int seat = 0; seat < 2; seat++) {
            WorstCase perfect = WorstCase.of(TREE, TIC_TAC_TOE.policy(), seat);
            assertEquals(0, perfect.value());
            assertEquals(0, perfect.worst());
            assertEquals(-1, WorstCase.of(TREE, FIRST_FREE, seat).value());
            assertEquals(-1, WorstCase.of(TREE, RANDOM, seat).worst());
            assertTrue(WorstCase.of(TREE, RANDOM, seat).value() > -1, "chance sometimes saves the random player");
        }
    }

    /** The reply brings the policy to exactly its value, and no other opponent tried brings it lower. */
    @Test
    void theReplyReachesTheValueAndNobodyGoesBelow() {
        TurnPolicy[] policies = {RANDOM, FIRST_FREE, TIC_TAC_TOE.policy()};
        for (TurnPolicy fixed : policies) {
            WorstCase x = WorstCase.of(TREE, fixed, 0);
            assertEquals(x.value(), ExactMatch.of(TREE, fixed, x.reply()).mean(0), 1e-12);
            WorstCase o = WorstCase.of(TREE, fixed, 1);
            assertEquals(o.value(), ExactMatch.of(TREE, o.reply(), fixed).mean(1), 1e-12);
            for (TurnPolicy other : policies) {
                assertTrue(ExactMatch.of(TREE, fixed, other).mean(0) >= x.value() - 1e-12);
                assertTrue(ExactMatch.of(TREE, other, fixed).mean(1) >= o.value() - 1e-12);
            }
        }
    }

    /** All opponents there are: one choice of one or two stones for each heap, against a policy of uneven chances. */
    @Test
    void withChanceTheValueIsTheLeastOverAllOpponents() {
        TurnPolicy uneven = position -> position.legal(1) ? new double[] {0.3, 0.7} : new double[] {1, 0};
        int stones = 8;
        for (int seat = 0; seat < 2; seat++) {
            TurnGame game = new LeakyNim(stones);
            double least = Double.POSITIVE_INFINITY;
            for (int choices = 0; choices < 1 << stones; choices++) {
                int chosen = choices;
                TurnPolicy opponent = TurnPolicy.of(position -> {
                    int left = (int) position.observation(0)[0];
                    return position.legal(1) ? chosen >> (left - 1) & 1 : 0;
                });
                ExactMatch match =
                        seat == 0 ? ExactMatch.of(game, uneven, opponent) : ExactMatch.of(game, opponent, uneven);
                least = Math.min(least, match.mean(seat));
            }
            WorstCase worst = WorstCase.of(game, uneven, seat);
            assertEquals(least, worst.value(), 1e-12);
            assertEquals(-1, worst.worst());
        }
    }

    @Test
    void refusesSeatsAndPoliciesThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> WorstCase.of(TREE, RANDOM, 2));
        assertThrows(IllegalArgumentException.class, () -> WorstCase.of(TREE, position -> new double[9], 0));
        assertThrows(IllegalArgumentException.class, () -> WorstCase.of(new TicTacToe(), TurnPolicy.of(p -> 0), 0));
    }
}
