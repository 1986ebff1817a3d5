package marl.nn;

/** What bends the hidden layers of an {@link Mlp}. */
public enum Activation {
    /** max(x, 0). */
    RELU(Functions.RELU),
    /** tanh(x). */
    TANH(Functions.TANH),
    /** x above 0, exp(x) - 1 below (Clevert et al. 2016). */
    ELU(Functions.ELU);

    final Elementwise function;

    Activation(Elementwise function) {
        this.function = function;
    }
}
