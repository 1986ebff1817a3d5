package marl.nn;

import java.util.Optional;

/** Choosing, moving and adding up along rows: each computes its result and says how gradients go back. */
final class Layout {
    private Layout() {}

    static Tensor gather(Tensor[] tables, int[][] chosen) {
        if (tables.length == 0 || tables.length != chosen.length) {
            throw new IllegalArgumentException("Gather needs one choice of columns for each tensor, but got "
                    + tables.length + " tensors and " + chosen.length + " choices.");
        }
        int[][] own = new int[chosen.length][];
        for (int i = 0; i < tables.length; i++) {
            if (tables[i].rows() != tables[0].rows()) {
                throw new IllegalArgumentException("Gather needs equal numbers of rows, but got "
                        + tables[0].value.shape() + " and " + tables[i].value.shape() + ".");
            }
            requireColumns(tables[i], chosen[i]);
            own[i] = tables[i].tape.choices(chosen[i].length);
            System.arraycopy(chosen[i], 0, own[i], 0, own[i].length);
        }
        return pick(tables.clone(), own);
    }

    private static void requireColumns(Tensor x, int[] chosen) {
        if (chosen.length != x.rows()) {
            throw new IllegalArgumentException(
                    "Gather needs one column for each of the " + x.rows() + " rows, but got " + chosen.length + ".");
        }
        for (int c : chosen) {
            if (c < 0 || c >= x.columns()) {
                throw new IllegalArgumentException(
                        "There is no column " + c + "; columns are numbered 0 to " + (x.columns() - 1) + ".");
            }
        }
    }

    static int[] argmax(Tensor x) {
        x.tape.check(x);
        int[] chosen = x.tape.choices(x.rows());
        x.tape.kernels.argmax(x.value, chosen);
        return chosen;
    }

    static Tensor max(Tensor x) {
        return pick(new Tensor[] {x}, new int[][] {argmax(x)});
    }

    private static Tensor pick(Tensor[] tables, int[][] chosen) {
        boolean requiresGradient = false;
        for (Tensor x : tables) {
            Algebra.together(tables[0], x);
            requiresGradient |= x.requiresGradient;
        }
        Kernels k = tables[0].tape.kernels;
        Tensor y = tables[0].tape.result(tables[0].rows(), tables.length, requiresGradient);
        for (int i = 0; i < tables.length; i++) {
            k.gather(tables[i].value, chosen[i], y.value, i);
        }
        if (y.requiresGradient) {
            y.backward = g -> {
                for (int i = 0; i < tables.length; i++) {
                    if (tables[i].requiresGradient) {
                        k.scatter(g, i, chosen[i], tables[i].zeroedGradientBuffer());
                    }
                }
            };
        }
        return y;
    }

    static Tensor logSoftmax(Tensor x) {
        x.tape.check(x);
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(x.rows(), x.columns(), x.requiresGradient);
        Storage p = x.tape.temporary(x.rows(), x.columns());
        k.logSoftmax(x.value, y.value, p);
        y.exponential = Optional.of(p);
        if (y.requiresGradient) {
            y.backward = g -> k.logSoftmaxBackward(p, g, x.beta(), x.gradientBuffer());
        }
        return y;
    }

    static Tensor slice(Tensor x, int from, int to) {
        x.tape.check(x);
        if (from < 0 || to <= from || to > x.columns()) {
            throw new IllegalArgumentException("A slice(" + from + ", " + to + ") is not within the " + x.columns()
                    + " columns; it needs 0 <= from < to <= columns.");
        }
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(x.rows(), to - from, x.requiresGradient);
        k.columns(x.value, from, y.value, 0, to - from, false);
        if (y.requiresGradient) {
            y.backward = g -> k.columns(g, 0, x.zeroedGradientBuffer(), from, to - from, true);
        }
        return y;
    }

    static Tensor rows(Tensor x, int from, int to) {
        x.tape.check(x);
        if (from < 0 || to <= from || to > x.rows()) {
            throw new IllegalArgumentException("There are no rows " + from + " to " + (to - 1) + " among the "
                    + x.rows() + " rows; it needs 0 <= from < to <= rows.");
        }
        Kernels k = x.tape.kernels;
        int n = to - from;
        Tensor y = x.tape.result(n, x.columns(), x.requiresGradient);
        k.rows(x.value, from, y.value, 0, n, false);
        if (y.requiresGradient) {
            y.backward = g -> k.rows(g, 0, x.zeroedGradientBuffer(), from, n, true);
        }
        return y;
    }

    static Tensor concat(Tensor a, Tensor b) {
        Algebra.together(a, b);
        if (a.rows() != b.rows()) {
            throw new IllegalArgumentException(
                    "Concat needs equal numbers of rows, but got " + a.value.shape() + " and " + b.value.shape() + ".");
        }
        Kernels k = a.tape.kernels;
        int left = a.columns();
        int right = b.columns();
        Tensor y = a.tape.result(a.rows(), left + right, a.requiresGradient || b.requiresGradient);
        k.columns(a.value, 0, y.value, 0, left, false);
        k.columns(b.value, 0, y.value, left, right, false);
        if (y.requiresGradient) {
            y.backward = g -> {
                if (a.requiresGradient) {
                    k.columns(g, 0, a.zeroedGradientBuffer(), 0, left, true);
                }
                if (b.requiresGradient) {
                    k.columns(g, left, b.zeroedGradientBuffer(), 0, right, true);
                }
            };
        }
        return y;
    }

    static Tensor withColumns(Tensor x, int from, Tensor other) {
        Algebra.together(x, other);
        int to = from + other.columns();
        if (x.rows() != other.rows() || from < 0 || to > x.columns()) {
            throw new IllegalArgumentException(
                    "Columns from " + from + " on of " + x.value.shape() + " cannot be replaced by "
                            + other.value.shape() + "; they must fit in, with equal numbers of rows.");
        }
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(x.rows(), x.columns(), x.requiresGradient || other.requiresGradient);
        k.add(1, x.value, 0, y.value);
        k.columns(other.value, 0, y.value, from, other.columns(), false);
        if (y.requiresGradient) {
            y.backward = g -> {
                if (other.requiresGradient) {
                    k.columns(g, from, other.zeroedGradientBuffer(), 0, other.columns(), true);
                }
                if (x.requiresGradient) {
                    k.columns(g, 0, x.zeroedGradientBuffer(), 0, from, true);
                    k.columns(g, to, x.gradientBuffer(), to, x.columns() - to, true);
                }
            };
        }
        return y;
    }

    static Tensor reshape(Tensor x, int rows, int columns) {
        x.tape.check(x);
        if (rows < 1 || columns < 1 || (long) rows * columns != x.value.size()) {
            throw new IllegalArgumentException("A " + x.value.shape() + " tensor cannot become [" + rows + ", "
                    + columns + "]; both must hold the same number of numbers.");
        }
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(rows, columns, x.requiresGradient);
        k.addInOrder(x.value, 0, y.value);
        if (y.requiresGradient) {
            y.backward = g -> k.addInOrder(g, x.beta(), x.gradientBuffer());
        }
        return y;
    }

    static Tensor broadcast(Tensor x, int n) {
        x.tape.check(x);
        if (x.columns() != 1 || n < 1) {
            throw new IllegalArgumentException("Broadcast copies a single column n >= 1 times, but got "
                    + x.value.shape() + " and n = " + n + ".");
        }
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(x.rows(), n, x.requiresGradient);
        k.broadcast(x.value, 0, y.value);
        if (y.requiresGradient) {
            y.backward = g -> {
                Storage sums = x.tape.temporary(x.rows(), 1);
                k.rowSums(g, sums);
                k.add(1, sums, x.beta(), x.gradientBuffer());
            };
        }
        return y;
    }

    static Tensor rowSums(Tensor x) {
        x.tape.check(x);
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(x.rows(), 1, x.requiresGradient);
        k.rowSums(x.value, y.value);
        if (y.requiresGradient) {
            y.backward = g -> k.broadcast(g, x.beta(), x.gradientBuffer());
        }
        return y;
    }

    /** The sum of all numbers times the factor. */
    static Tensor sum(Tensor x, double factor) {
        x.tape.check(x);
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(1, 1, x.requiresGradient);
        k.fill(y.value, factor * k.sum(x.value));
        if (y.requiresGradient) {
            y.backward = g -> k.addNumber(factor, g, x.beta(), x.gradientBuffer());
        }
        return y;
    }
}
