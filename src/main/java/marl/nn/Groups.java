package marl.nn;

/**
 * What the rows of a batch tell each other in groups of equal size: rows are [groups * n, columns], the members of a group
 * follow each other. With agents as members a row of the batch is a joint step, agent fastest.
 */
public final class Groups {
    private Groups() {}

    /**
     * The mean of the <em>other</em> rows of each row's group, [groups * n, columns]: what CommNet's agents hear (Sukhbaatar
     * et al. 2016, eq. 2). Awkward: a row alone in its group hears the mean of nobody, which is 0 here.
     *
     * @throws IllegalArgumentException unless n is positive and divides the rows
     */
    public static Tensor meanOfOthers(Tensor x, int n) {
        x.tape.check(x);
        require(x, n);
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(x.rows(), x.columns(), x.requiresGradient);
        k.groups().meanOfOthers(x.value, n, 0, y.value);
        if (y.requiresGradient) {
            y.backward = g -> k.groups().meanOfOthers(g, n, x.beta(), x.gradientBuffer());
        }
        return y;
    }

    static void require(Tensor x, int n) {
        if (n < 1 || x.rows() % n != 0) {
            throw new IllegalArgumentException("The " + x.rows() + " rows cannot be put into groups of " + n
                    + "; give [groups * members, columns] with at least one member.");
        }
    }
}
