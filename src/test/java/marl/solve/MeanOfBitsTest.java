package marl.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import marl.env.WhomToAsk;
import org.junit.jupiter.api.Test;

class MeanOfBitsTest {
    private static final double EXACT = 1e-12;

    @Test
    void theMeanOfBitsCarriesThreeQuarters() {
        assertEquals(1, MeanOfBits.of(WhomToAsk.of(2, 2)).value(), EXACT, "with one other the mean is its bit");
        assertEquals(0.75, MeanOfBits.of(WhomToAsk.of(3, 2)).value(), EXACT);
        assertEquals(0.75, MeanOfBits.of(WhomToAsk.of(4, 2)).value(), EXACT);
        assertEquals(5 / 9.0, MeanOfBits.of(WhomToAsk.of(3, 3)).value(), EXACT);
        assertArrayEquals(
                new int[] {3, 0},
                MeanOfBits.of(WhomToAsk.of(4, 2)).ones()[2],
                "its number, whoever it needs, is as good as anything");
    }

    /** All 16^3 encoders written out as tables, all worlds, and the best guess for everything an agent may know. */
    @Test
    void countingOnesIsTheSameAsTryingEveryTable() {
        double best = 0;
        for (int code = 0; code < 1 << 12; code++) {
            best = Math.max(best, literal(code));
        }
        assertEquals(MeanOfBits.of(WhomToAsk.of(3, 2)).value(), best, EXACT);
    }

    private static double literal(int code) {
        Map<Integer, double[]> known = new HashMap<>();
        for (int world = 0; world < 64; world++) {
            int[] bits = new int[3];
            for (int i = 0; i < 3; i++) {
                bits[i] = code >> (4 * i + 2 * number(world, i) + which(world, i)) & 1;
            }
            for (int i = 0; i < 3; i++) {
                int whom = (i + 1 + which(world, i)) % 3;
                int heard = bits[0] + bits[1] + bits[2] - bits[i];
                int knows = ((i * 2 + number(world, i)) * 2 + which(world, i)) * 3 + heard;
                known.computeIfAbsent(knows, k -> new double[2])[number(world, whom)]++;
            }
        }
        return known.values().stream().mapToDouble(c -> Math.max(c[0], c[1])).sum() / (64 * 3);
    }

    private static int number(int world, int agent) {
        return world >> agent & 1;
    }

    private static int which(int world, int agent) {
        return world >> (3 + agent) & 1;
    }

    @Test
    void tooManyEncodersAreRefusedWithTheirNumber() {
        String message = assertThrows(IllegalArgumentException.class, () -> MeanOfBits.of(WhomToAsk.of(6, 2)))
                .getMessage();
        assertTrue(message.contains("2.18e+09"), message);
    }
}
