package marl.agent;

import java.util.Arrays;

/**
 * A value for each situation and action, where situations are any numbers and the rows come as they are met. Open
 * addressing over plain arrays, so that a lookup makes no garbage.
 */
final class KeyedTable {
    private static final int FIRST_SIZE = 1 << 10;

    private final int actions;
    private long[] keys = new long[FIRST_SIZE];
    /** The row of the key in the same place, plus 1; 0 where there is none. */
    private int[] rows = new int[FIRST_SIZE];

    private double[] values;
    private int size;

    KeyedTable(int actions) {
        this.actions = actions;
        this.values = new double[FIRST_SIZE / 2 * actions];
    }

    int size() {
        return size;
    }

    /** Where the values of this situation begin, or -1 if it was never met. */
    int find(long key) {
        int row = rows[place(key)];
        return row == 0 ? -1 : (row - 1) * actions;
    }

    /** Where the values of this situation begin; zeros are put there when it is met for the first time. */
    int row(long key) {
        int place = place(key);
        if (rows[place] == 0) {
            if (2 * (size + 1) > keys.length) {
                grow();
                place = place(key);
            }
            keys[place] = key;
            rows[place] = ++size;
        }
        return (rows[place] - 1) * actions;
    }

    double get(int index) {
        return values[index];
    }

    void set(int index, double value) {
        values[index] = value;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & mask;
        while (rows[place] > 0 && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldRows = rows;
        keys = new long[2 * oldKeys.length];
        rows = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldRows[i] > 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                rows[place] = oldRows[i];
            }
        }
        values = Arrays.copyOf(values, keys.length / 2 * actions);
    }
}
