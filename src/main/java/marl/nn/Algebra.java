package marl.nn;

/** Sums and functions of numbers: each computes its result and says how gradients go back. */
final class Algebra {
    private Algebra() {}

    static Tensor elementwise(Elementwise f, Tensor x) {
        x.tape.check(x);
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(x.rows(), x.columns(), x.requiresGradient);
        if (f == Functions.EXP && x.exponential.isPresent()) {
            k.add(1, x.exponential.get(), 0, y.value);
        } else {
            k.apply(f, x.value, y.value);
        }
        if (y.requiresGradient) {
            y.backward = g -> k.backward(f, x.value, y.value, g, x.beta(), x.gradientBuffer());
        }
        return y;
    }

    static Tensor pairwise(Pairwise f, Tensor a, Tensor b) {
        Tensor y = alike(a, b);
        Kernels k = a.tape.kernels;
        k.apply(f, a.value, b.value, y.value);
        if (y.requiresGradient) {
            y.backward = g -> {
                if (a.requiresGradient) {
                    k.backward(f, a.value, b.value, g, a.beta(), a.gradientBuffer());
                }
                if (b.requiresGradient) {
                    k.backward(f, b.value, a.value, g, b.beta(), b.gradientBuffer());
                }
            };
        }
        return y;
    }

    /** a + sign b. */
    static Tensor sum(Tensor a, Tensor b, double sign) {
        Tensor y = alike(a, b);
        Kernels k = a.tape.kernels;
        k.add(1, a.value, 0, y.value);
        k.add(sign, b.value, 1, y.value);
        if (y.requiresGradient) {
            y.backward = g -> {
                if (a.requiresGradient) {
                    k.add(1, g, a.beta(), a.gradientBuffer());
                }
                if (b.requiresGradient) {
                    k.add(sign, g, b.beta(), b.gradientBuffer());
                }
            };
        }
        return y;
    }

    static Tensor scale(Tensor x, double factor) {
        x.tape.check(x);
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(x.rows(), x.columns(), x.requiresGradient);
        k.add(factor, x.value, 0, y.value);
        if (y.requiresGradient) {
            y.backward = g -> k.add(factor, g, x.beta(), x.gradientBuffer());
        }
        return y;
    }

    static Tensor shift(Tensor x, double number) {
        x.tape.check(x);
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(x.rows(), x.columns(), x.requiresGradient);
        k.fill(y.value, number);
        k.add(1, x.value, 1, y.value);
        if (y.requiresGradient) {
            y.backward = g -> k.add(1, g, x.beta(), x.gradientBuffer());
        }
        return y;
    }

    /** A result of the shape that both arguments have. */
    private static Tensor alike(Tensor a, Tensor b) {
        together(a, b);
        if (a.rows() != b.rows() || a.columns() != b.columns()) {
            throw new IllegalArgumentException("The shapes " + a.value.shape() + " and " + b.value.shape()
                    + " must be equal; nothing is stretched to fit.");
        }
        return a.tape.result(a.rows(), a.columns(), a.requiresGradient || b.requiresGradient);
    }

    static void together(Tensor a, Tensor b) {
        if (a.tape != b.tape) {
            throw new IllegalArgumentException("These tensors are on two tapes; compute both on the same one.");
        }
        a.tape.check(a);
        a.tape.check(b);
    }
}
