package marl.nn;

/** Whole rows of a matrix, picked by number. */
public final class Rows {
    private Rows() {}

    /**
     * The rows of these numbers, [chosen.length, columns], one below the other; a row may be picked more than once or never. Backward
     * it adds what comes back to each into the row it came from. It is a product with one-hot rows without the zeros.
     *
     * @param chosen numbers of rows of x, from 0, in any order
     * @throws IllegalArgumentException if no row is picked, or one that is not there
     */
    public static Tensor pick(Tensor x, int... chosen) {
        x.tape.check(x);
        if (chosen.length == 0) {
            throw new IllegalArgumentException("Pick at least one row.");
        }
        for (int row : chosen) {
            if (row < 0 || row >= x.rows()) {
                throw new IllegalArgumentException(
                        "There is no row " + row + "; rows are numbered 0 to " + (x.rows() - 1) + ".");
            }
        }
        int[] own = x.tape.choices(chosen.length);
        System.arraycopy(chosen, 0, own, 0, chosen.length);
        GroupKernels k = x.tape.kernels.groups();
        Tensor y = x.tape.result(chosen.length, x.columns(), x.requiresGradient);
        k.pick(x.value, own, y.value);
        if (y.requiresGradient) {
            y.backward = g -> k.addPicked(g, own, x.zeroedGradientBuffer());
        }
        return y;
    }
}
