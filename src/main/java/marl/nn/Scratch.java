package marl.nn;

import java.util.Arrays;

/** A float array on the heap that grows as needed and is used again and again. */
final class Scratch {
    /**
     * How many numbers at a time go through loops that take them one by one: few enough to stay in a core's first cache
     * between the copy in, the loop and the copy out.
     */
    static final int CHUNK = 2048;

    private float[] array = new float[0];

    /** At least n numbers, with whatever is in them. */
    float[] allocate(int n) {
        if (array.length < n) {
            array = new float[Math.max(n, 2 * array.length)];
        }
        return array;
    }

    /** At least n numbers, the first n of them 0. */
    float[] zeros(int n) {
        float[] x = allocate(n);
        Arrays.fill(x, 0, n, 0f);
        return x;
    }

    /** A copy of the matrix. */
    float[] get(Storage from) {
        float[] x = allocate(from.size());
        ((Storage.Floats) from).buffer.get(0, x, 0, from.size());
        return x;
    }

    /** A copy of n numbers of the matrix, from this place on. */
    float[] get(Storage from, int at, int n) {
        float[] x = allocate(n);
        ((Storage.Floats) from).buffer.get(at, x, 0, n);
        return x;
    }

    /** Fills n numbers of the matrix, from this place on, from the start of the array. */
    static void put(float[] from, Storage to, int at, int n) {
        ((Storage.Floats) to).buffer.put(at, from, 0, n);
    }

    /** Fills the matrix from the start of the array. */
    static void put(float[] from, Storage to) {
        ((Storage.Floats) to).buffer.put(0, from, 0, to.size());
    }
}
