package marl.nn;

/**
 * Scaled dot-product attention within groups of rows (Vaswani et al. 2017, eq. 1), as agents address each other in TarMAC
 * (Das et al. 2019, eq. 4): member i of a group weighs member j by the softmax over j of q_i k_j / sqrt(d), and hears
 * the sum of the v_j with these weights. Rows are [groups * n, columns]; the members of a group follow each other.
 *
 * @param result what each row hears, [groups * n, columns of the values]
 * @param weights who listens to whom, [groups * n, n]: row i of a group sums to 1. No gradient flows into it; it is for a
 *     heat map
 */
public record Attention(Tensor result, Tensor weights) {
    /**
     * Attention to all members, oneself included: TarMAC's form.
     *
     * @param queries what each row looks for, [groups * n, d]
     * @param keys what each row offers, [groups * n, d]
     * @param values what each row says, [groups * n, any]
     * @param n how many members a group has
     * @throws IllegalArgumentException if shapes do not fit together, or n is not positive or does not divide the rows
     */
    public static Attention toAll(Tensor queries, Tensor keys, Tensor values, int n) {
        return of(queries, keys, values, n, true);
    }

    /**
     * Attention to the others: one's own weight is 0. Awkward: a row alone in its group has nobody to listen to, so all its
     * weights and its result are 0. Arguments and errors are those of {@link #toAll}.
     */
    public static Attention toOthers(Tensor queries, Tensor keys, Tensor values, int n) {
        return of(queries, keys, values, n, false);
    }

    private static Attention of(Tensor queries, Tensor keys, Tensor values, int n, boolean withSelf) {
        Algebra.together(queries, keys);
        Algebra.together(queries, values);
        if (keys.rows() != queries.rows() || keys.columns() != queries.columns() || values.rows() != queries.rows()) {
            throw new IllegalArgumentException(
                    "Attention needs queries and keys [rows, d] and values [rows, any], but got "
                            + queries.value.shape() + ", " + keys.value.shape() + " and " + values.value.shape() + ".");
        }
        Groups.require(queries, n);
        Tape tape = queries.tape;
        boolean learning = queries.requiresGradient || keys.requiresGradient || values.requiresGradient;
        Tensor y = tape.result(values.rows(), values.columns(), learning);
        GroupKernels.Attending attending = new GroupKernels.Attending(
                n, withSelf, queries.value, keys.value, values.value, tape.temporary(queries.rows(), n));
        tape.kernels.groups().attention(attending, y.value);
        if (y.requiresGradient) {
            y.backward = g -> backward(attending, queries, keys, values, g);
        }
        return new Attention(y, tape.constant(attending.weights()));
    }

    private static void backward(GroupKernels.Attending a, Tensor queries, Tensor keys, Tensor values, Storage g) {
        Tape tape = queries.tape;
        Storage toQueries = tape.temporary(queries.rows(), queries.columns());
        Storage toKeys = tape.temporary(keys.rows(), keys.columns());
        Storage toValues = tape.temporary(values.rows(), values.columns());
        tape.kernels.groups().attentionBackward(a, g, toQueries, toKeys, toValues);
        add(queries, toQueries);
        add(keys, toKeys);
        add(values, toValues);
    }

    private static void add(Tensor to, Storage gradient) {
        if (to.requiresGradient) {
            to.tape.kernels.add(1, gradient, to.beta(), to.gradientBuffer());
        }
    }
}
