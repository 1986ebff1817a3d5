package marl.selfplay;

import java.util.Arrays;
import marl.game.MatrixGame;

/**
 * Kuhn poker as a matrix game, for tests: three cards, one chip each in the pot, bets of one. A strategy is a bit for each
 * of a player's six situations. The first player: bet first with J, Q, K; call after check and bet with J, Q, K. The second:
 * bet after a check, call after a bet, with each card. So both have 64, and the value is known to be -1/18 (Kuhn 1950).
 */
final class Kuhn {
    private Kuhn() {}

    static MatrixGame game() {
        String[] names = new String[64];
        Arrays.setAll(names, s -> "plan " + s);
        double[][] payoffs = new double[64][64];
        for (int first = 0; first < 64; first++) {
            for (int second = 0; second < 64; second++) {
                for (int card = 0; card < 3; card++) {
                    for (int other = 0; other < 3; other++) {
                        payoffs[first][second] += card == other ? 0 : deal(card, other, first, second) / 6.0;
                    }
                }
            }
        }
        return MatrixGame.zeroSum("Kuhn poker", names, names, payoffs);
    }

    private static int deal(int card, int other, int first, int second) {
        int higher = card > other ? 1 : -1;
        if (does(first, card)) {
            return does(second, 3 + other) ? 2 * higher : 1;
        }
        if (!does(second, other)) {
            return higher;
        }
        return does(first, 3 + card) ? 2 * higher : -1;
    }

    private static boolean does(int plan, int situation) {
        return (plan >> situation & 1) == 1;
    }
}
