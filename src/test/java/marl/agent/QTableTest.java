package marl.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.ObservationIndex;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class QTableTest {
    private static final boolean[] ALL = {true, true, true};

    private static QTable table(double[]... rows) {
        QTable table = new QTable(rows.length, rows[0].length);
        for (int s = 0; s < rows.length; s++) {
            for (int a = 0; a < rows[s].length; a++) {
                table.set(s, a, rows[s][a]);
            }
        }
        return table;
    }

    @Test
    void holdsWhatIsPutIn() {
        QTable table = new QTable(2, 3);
        table.fill(7);
        table.set(1, 2, 4);
        table.add(1, 2, 0.5);
        assertEquals(4.5, table.get(1, 2));
        double[] row = table.row(1);
        row[0] = 99;
        assertArrayEquals(new double[] {7, 7, 4.5}, table.row(1));
        QTable copy = table.copy();
        copy.set(0, 0, 0);
        assertEquals(7, table.get(0, 0));
        assertEquals(7, table.maxAbsDifference(copy));
        assertArrayEquals(new double[][] {{7, 7, 7}, {7, 7, 4.5}}, table.toArray());
    }

    @Test
    void masksAreObeyed() {
        QTable table = table(new double[] {1, 9, 3});
        assertEquals(9, table.max(0));
        assertEquals(3, table.max(0, new boolean[] {true, false, true}));
        assertEquals(2, table.argmax(0, new boolean[] {true, false, true}, Rng.of(1)));
        assertEquals(-5, table(new double[] {-5, 0}).max(0, new boolean[] {true, false}), "0 must not win by default");
        assertArrayEquals(new int[] {1}, table.best(0, 1));
        assertArrayEquals(new int[] {1, 2}, table.best(0, 6));
    }

    @Test
    void tiesAreBrokenUniformly() {
        QTable table = table(new double[] {2, 2, 1}, new double[] {2, 2, 2});
        Rng rng = Rng.of(4);
        int[] counts = new int[3];
        int n = 30_000;
        for (int i = 0; i < n; i++) {
            counts[table.argmax(1, ALL, rng)]++;
        }
        double statistic = 0;
        for (int count : counts) {
            statistic += (count - n / 3.0) * (count - n / 3.0) / (n / 3.0);
        }
        // The 99.99 % quantile; the seed is fixed.
        double bound = ChiSquaredDistribution.of(2).inverseSurvivalProbability(1e-4);
        assertTrue(statistic < bound, statistic + " against " + bound);
        int first = 0;
        for (int i = 0; i < n; i++) {
            first += table.argmax(1, new boolean[] {true, false, true}, rng) == 0 ? 1 : 0;
        }
        assertEquals(0.5, first / (double) n, 4 * 0.5 / Math.sqrt(n));
    }

    @Property
    void argmaxIsALegalMaximum(@ForAll @Size(4) double[] row, @ForAll @Size(4) boolean[] mask, @ForAll long seed) {
        QTable table = table(row);
        boolean[] legal = mask.clone();
        legal[(int) Math.floorMod(seed, 4L)] = true;
        int action = table.argmax(0, legal, Rng.of(seed));
        assertTrue(legal[action]);
        for (int a = 0; a < 4; a++) {
            assertTrue(!legal[a] || row[a] <= row[action]);
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new QTable(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new QTable(1, 0));
        QTable table = new QTable(1, 3);
        assertThrows(IllegalArgumentException.class, () -> table.max(0, new boolean[3]));
        assertThrows(IllegalArgumentException.class, () -> table.argmax(0, new boolean[3], Rng.of(0)));
        assertThrows(IllegalArgumentException.class, () -> table.maxAbsDifference(new QTable(3, 1)));
        table.fill(Double.NaN);
        assertThrows(IllegalStateException.class, () -> table.argmax(0, ALL, Rng.of(0)));
    }

    @Test
    void policiesActAsTheySay() {
        Rng rng = Rng.of(8);
        boolean[] legal = {false, true, true};
        int[] counts = new int[3];
        for (int i = 0; i < 10_000; i++) {
            counts[Policy.uniform().act(new double[1], legal, rng)]++;
        }
        assertEquals(0, counts[0]);
        assertEquals(5_000, counts[1], 4 * 50, "four standard deviations of a fair coin");
        assertThrows(IllegalStateException.class, () -> Policy.always(0).act(new double[1], legal, rng));
        assertEquals(2, Policy.always(2).act(new double[1], legal, rng));
        assertThrows(IllegalArgumentException.class, () -> Policy.anyLegal(new boolean[2], rng));
        assertThrows(IllegalArgumentException.class, () -> Policy.mostly(Policy.uniform(), 2));
        Policy greedy =
                Policy.greedy(table(new double[] {0, 1, 5}, new double[] {0, 6, 5}), ObservationIndex.discrete(2));
        assertEquals(2, greedy.act(new double[] {0}, legal, rng));
        assertEquals(1, greedy.act(new double[] {1}, legal, rng));
        int other = 0;
        for (int i = 0; i < 10_000; i++) {
            other += Policy.mostly(greedy, 0.2).act(new double[] {0}, legal, rng) == 1 ? 1 : 0;
        }
        assertEquals(0.1, other / 1e4, 4 * Math.sqrt(0.1 * 0.9 / 1e4));
    }
}
