package marl.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KeyedTableTest {
    /** Beside a map of the JDK: dense keys, keys that differ in high bits only, and far-flung ones, past several growths. */
    @Property(tries = 20)
    void itIsAMapThatStartsAtZero(@ForAll long seed) {
        KeyedTable table = new KeyedTable(3);
        Map<Long, double[]> map = new HashMap<>();
        Rng rng = Rng.of(seed);
        for (int i = 0; i < 6_000; i++) {
            long key = switch (rng.below(3)) {
                case 0 -> rng.below(3_000);
                case 1 -> (long) rng.below(500) << 50;
                default -> rng.bits();
            };
            double[] expected = map.get(key);
            int found = table.find(key);
            assertEquals(expected == null, found < 0);
            int row = table.row(key);
            expected = map.computeIfAbsent(key, k -> new double[3]);
            for (int a = 0; a < 3; a++) {
                assertEquals(expected[a], table.get(row + a));
            }
            int action = rng.below(3);
            expected[action] = i;
            table.set(row + action, i);
            assertEquals(map.size(), table.size());
        }
    }
}
