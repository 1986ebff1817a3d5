package marl.nn;

/** The matrix products of a network's forward and backward pass over a batch, with nothing around them. */
public final class Products {
    private final Kernels kernels = Precision.SINGLE.kernels();
    private final Storage[] layers;
    private final Storage[] weights;

    public Products(int rows, int... sizes) {
        layers = new Storage[sizes.length];
        weights = new Storage[sizes.length - 1];
        for (int i = 0; i < sizes.length; i++) {
            layers[i] = kernels.create(rows, sizes[i]);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = kernels.create(sizes[i + 1], sizes[i]);
        }
    }

    public void forward() {
        for (int i = 0; i < weights.length; i++) {
            kernels.matmul(false, layers[i], true, weights[i], 0, layers[i + 1]);
        }
    }

    public void back() {
        for (int i = weights.length - 1; i >= 0; i--) {
            kernels.matmul(true, layers[i + 1], false, layers[i], 0, weights[i]);
            if (i > 0) {
                kernels.matmul(false, layers[i + 1], false, weights[i], 0, layers[i]);
            }
        }
    }

    /** Back to the inputs, past weights that stay as they are. */
    public void toInputs() {
        for (int i = weights.length - 1; i >= 0; i--) {
            kernels.matmul(false, layers[i + 1], false, weights[i], 0, layers[i]);
        }
    }
}
