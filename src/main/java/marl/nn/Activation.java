package marl.nn;

/** The activation of the hidden layers of an {@link Mlp}. */
public enum Activation {
    /** max(x, 0). */
    RELU(Functions.RELU) {
        @Override
        public double of(double x) {
            return Math.max(x, 0);
        }

        @Override
        public double slopeAt(double y) {
            return y > 0 ? 1 : 0;
        }
    },
    /** tanh(x). */
    TANH(Functions.TANH) {
        @Override
        public double of(double x) {
            return Math.tanh(x);
        }

        @Override
        public double slopeAt(double y) {
            return 1 - y * y;
        }
    },
    /** x above 0, exp(x) - 1 below (Clevert et al. 2016). */
    ELU(Functions.ELU) {
        @Override
        public double of(double x) {
            return x > 0 ? x : Math.expm1(x);
        }

        @Override
        public double slopeAt(double y) {
            return y > 0 ? 1 : y + 1;
        }
    };

    final Elementwise function;

    Activation(Elementwise function) {
        this.function = function;
    }

    /** Its value at x, never falling in x, down to the last bit. */
    public abstract double of(double x);

    /** Its derivative where its value is y; 0 at the kink of {@link #RELU}. */
    public abstract double slopeAt(double y);
}
