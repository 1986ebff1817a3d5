package marl.deep;

import marl.nn.Optimiser;
import marl.nn.Trainable;

/** Which optimiser changes the weights; its numbers are checked when it is made. */
public sealed interface OptimiserKind {

    /** An optimiser of this kind for these networks, which share a loss. */
    Optimiser on(Trainable... networks);

    /**
     * Kingma &amp; Ba 2015, with PyTorch's defaults.
     *
     * @param rate the learning rate, above 0
     */
    record Adam(double rate) implements OptimiserKind {
        @Override
        public Optimiser on(Trainable... networks) {
            return Optimiser.adam(rate, networks);
        }
    }

    /**
     * Tieleman &amp; Hinton 2012, as in PyTorch.
     *
     * @param rate the learning rate, above 0
     * @param decay of the running mean of squares (PyTorch's alpha), in [0, 1)
     * @param epsilon added to its root, above 0
     */
    record RmsProp(double rate, double decay, double epsilon) implements OptimiserKind {
        @Override
        public Optimiser on(Trainable... networks) {
            return Optimiser.rmsProp(rate, decay, epsilon, networks);
        }
    }
}
