package marl.selfplay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marl.agent.Policy;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OpponentPoolTest {
    private static Snapshot snapshot(long episode) {
        return new Snapshot(Policy.uniform(), episode);
    }

    private static List<Long> episodes(OpponentPool pool) {
        return pool.snapshots().stream().map(Snapshot::episode).toList();
    }

    @Test
    void aFullPoolGivesUpTheOldest() {
        OpponentPool pool = new OpponentPool(3, Drop.OLDEST);
        Rng rng = Rng.of(1);
        long[] before = rng.state();
        for (int i = 1; i <= 5; i++) {
            assertTrue(pool.add(snapshot(i), rng));
        }
        assertEquals(List.of(3L, 4L, 5L), episodes(pool));
        assertEquals(5, pool.offered());
        assertEquals(Rng.ofState(before).bits(), rng.bits(), "this rule needs no chance");
    }

    @Property(tries = 200)
    void itNeverHoldsMoreThanItsCapacity(
            @ForAll @IntRange(min = 1, max = 8) int capacity,
            @ForAll @IntRange(max = 30) int offers,
            @ForAll Drop drop) {
        OpponentPool pool = new OpponentPool(capacity, drop);
        Rng rng = Rng.of(offers);
        for (int i = 1; i <= offers; i++) {
            boolean kept = pool.add(snapshot(i), rng);
            assertTrue(kept || drop == Drop.RANDOM);
            assertEquals(Math.min(i, capacity), pool.size());
            assertEquals(kept, episodes(pool).contains((long) i));
        }
        List<Long> held = episodes(pool);
        assertEquals(held.stream().sorted().toList(), held, "the oldest first");
        assertEquals(offers, pool.offered());
    }

    /** Each of 20 snapshots is in a pool of 5 with probability 1/4; four standard errors over 8,000 pools. */
    @Test
    void atRandomEachSnapshotEverOfferedIsAsLikely() {
        int trials = 8_000;
        int[] held = new int[21];
        for (int trial = 0; trial < trials; trial++) {
            OpponentPool pool = new OpponentPool(5, Drop.RANDOM);
            Rng rng = Rng.of(3, "pool", trial);
            for (int i = 1; i <= 20; i++) {
                pool.add(snapshot(i), rng);
            }
            for (long episode : episodes(pool)) {
                held[(int) episode]++;
            }
        }
        for (int i = 1; i <= 20; i++) {
            assertEquals(0.25, held[i] / (double) trials, 4 * Math.sqrt(0.25 * 0.75 / trials), "snapshot " + i);
        }
    }

    @Test
    void aPoolWithoutRoomIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> new OpponentPool(0, Drop.OLDEST))
                .getMessage();
        assertTrue(message.contains("at least one") && message.contains("Sampler.latest()"), message);
        OpponentPool pool = new OpponentPool(1, Drop.OLDEST);
        assertThrows(IndexOutOfBoundsException.class, () -> pool.get(0));
        pool.add(snapshot(1), Rng.of(1));
        assertThrows(UnsupportedOperationException.class, () -> pool.snapshots().clear());
    }

    @Test
    void aRecordStartsAsAnEqualAndFollowsTheGames() {
        Snapshot snapshot = snapshot(7);
        assertEquals(0.5, snapshot.winRate());
        snapshot.met(1);
        snapshot.met(1);
        snapshot.met(0.5);
        assertEquals(3, snapshot.games());
        assertEquals((2.5 + 0.5) / 4, snapshot.winRate());
        assertFalse(snapshot.toString().contains("@"));
    }
}
