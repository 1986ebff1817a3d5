package marl.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.LeakyNim;
import marl.env.TicTacToe;
import marl.env.TurnGame;
import marl.env.TurnPolicy;
import org.junit.jupiter.api.Test;

class ExactMatchTest {
    private static final PerfectPlay TIC_TAC_TOE = PerfectPlay.of(new TicTacToe());
    private static final TurnPolicy RANDOM = TurnPolicy.uniform();

    private static ExactMatch match(TurnPolicy x, TurnPolicy o) {
        return ExactMatch.of(TIC_TAC_TOE.tree(), x, o);
    }

    /** Shares known from other programs, to their six printed decimals. */
    @Test
    void randomAndPerfectPlayersHaveTheirKnownShares() {
        ExactMatch random = match(RANDOM, RANDOM);
        assertEquals(.584921, random.wins(0), 5e-7);
        assertEquals(.288095, random.losses(0), 5e-7);
        assertEquals(.126984, random.draws(0), 5e-7);
        assertEquals(.584921 - .288095, random.mean(0), 1e-6);
        assertEquals(-random.mean(0), random.mean(1), 1e-15);
        ExactMatch asX = match(TIC_TAC_TOE.policy(), RANDOM);
        assertEquals(.967811, asX.wins(0), 5e-7);
        assertEquals(0, asX.losses(0));
        ExactMatch asO = match(RANDOM, TIC_TAC_TOE.policy());
        assertEquals(.777484, asO.wins(1), 5e-7);
        assertEquals(0, asO.losses(1));
        assertEquals(1, match(TIC_TAC_TOE.policy(), TIC_TAC_TOE.policy()).draws(0), 1e-12);
    }

    /** Every single game walked through, without sharing situations, with a policy that is neither uniform nor pure. */
    @Test
    void meansAreThoseOfWalkingThroughEveryGame() {
        TurnPolicy greedy = position -> {
            double[] p = new double[2];
            p[0] = position.legal(1) ? 0.2 : 1;
            p[1] = 1 - p[0];
            return p;
        };
        for (int stones = 1; stones < 12; stones++) {
            TurnGame game = new LeakyNim(stones);
            assertEquals(
                    walk(game, greedy, RANDOM),
                    ExactMatch.of(game, greedy, RANDOM).mean(0),
                    1e-12);
        }
    }

    private static double walk(TurnGame game, TurnPolicy... policies) {
        if (game.over()) {
            return game.returns(0);
        }
        double[] p = game.turn() == TurnGame.CHANCE
                ? new double[] {game.probability(0), game.probability(1)}
                : policies[game.turn()].probabilities(game);
        double mean = 0;
        for (int a = 0; a < p.length; a++) {
            if (game.legal(a)) {
                TurnGame then = game.copy();
                then.play(a);
                mean += p[a] * walk(then, policies);
            }
        }
        return mean;
    }

    @Test
    void unsoundPoliciesAndMissingOnesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> match(RANDOM, position -> new double[9]));
        assertThrows(IllegalArgumentException.class, () -> match(position -> new double[] {1}, RANDOM));
        TurnPolicy taken = position -> new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0};
        assertTrue(assertThrows(IllegalArgumentException.class, () -> match(taken, taken))
                .getMessage()
                .contains("legal"));
        assertThrows(IllegalArgumentException.class, () -> ExactMatch.of(new TicTacToe(), RANDOM));
        assertThrows(IllegalArgumentException.class, () -> match(RANDOM, RANDOM).results(2));
    }
}
