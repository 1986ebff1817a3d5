package marl.selfplay;

import java.util.ArrayList;
import java.util.List;
import marl.random.Rng;

/**
 * Former selves to play against, in bounded memory. While there is room every snapshot is kept; a full pool gives one up by
 * its {@link Drop} rule. Not thread-safe.
 */
public final class OpponentPool {
    private final int capacity;
    private final Drop drop;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private long offered;

    /**
     * An empty pool.
     *
     * @param capacity how many snapshots it holds at most, at least 1
     * @param drop which one goes when it is full
     * @throws IllegalArgumentException if there is no room for one
     */
    public OpponentPool(int capacity, Drop drop) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A pool needs room for at least one snapshot, but got " + capacity
                    + "; to play the latest self only, use Sampler.latest().");
        }
        this.capacity = capacity;
        this.drop = drop;
    }

    /**
     * Offers a snapshot.
     *
     * @param rng drawn from only by {@link Drop#RANDOM}, once, and only when the pool is full
     * @return whether it was kept
     */
    public boolean add(Snapshot snapshot, Rng rng) {
        offered++;
        if (snapshots.size() == capacity) {
            int place = drop == Drop.OLDEST ? 0 : rng.below(Math.toIntExact(offered));
            if (place >= capacity) {
                return false;
            }
            snapshots.remove(place);
        }
        snapshots.add(snapshot);
        return true;
    }

    /** How many snapshots it holds now. */
    public int size() {
        return snapshots.size();
    }

    /** How many it can hold. */
    public int capacity() {
        return capacity;
    }

    /** Which one goes when it is full. */
    public Drop drop() {
        return drop;
    }

    /** How many snapshots were ever offered to it. */
    public long offered() {
        return offered;
    }

    /**
     * One of them, the oldest being number 0.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Snapshot get(int number) {
        return snapshots.get(number);
    }

    /** All of them, the oldest first, as an unmodifiable copy. */
    public List<Snapshot> snapshots() {
        return List.copyOf(snapshots);
    }

    /** Replaces everything in it, as it was stored. */
    void restore(List<Snapshot> stored, long everOffered) {
        snapshots.clear();
        snapshots.addAll(stored);
        offered = everOffered;
    }

    @Override
    public String toString() {
        return size() + " of at most " + capacity + " snapshots, " + offered + " offered, when full the "
                + (drop == Drop.OLDEST ? "oldest" : "luck of the draw") + " goes";
    }
}
