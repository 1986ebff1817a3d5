package marl.nn;

/** The matrix products of agents with memory, forward and backward, with nothing around them. */
final class RecurrentProducts {
    private final Kernels kernels = Precision.SINGLE.kernels();
    private final int steps;
    private final Storage x;
    private final Storage features;
    private final Storage gates;
    private final Storage states;
    private final Storage values;
    private final Storage stepState;
    private final Storage stepGates;
    private final Storage inWeight;
    private final Storage unitWeight;
    private final Storage outWeight;

    RecurrentProducts(int steps, int batch, int inputs, int hidden, int actions) {
        this.steps = steps;
        x = kernels.create(steps * batch, inputs);
        features = kernels.create(steps * batch, hidden);
        gates = kernels.create(steps * batch, 3 * hidden);
        states = kernels.create(steps * batch, hidden);
        values = kernels.create(steps * batch, actions);
        stepState = kernels.create(batch, hidden);
        stepGates = kernels.create(batch, 3 * hidden);
        inWeight = kernels.create(hidden, inputs);
        unitWeight = kernels.create(3 * hidden, hidden);
        outWeight = kernels.create(actions, hidden);
    }

    void forward() {
        kernels.matmul(false, x, true, inWeight, 0, features);
        kernels.matmul(false, features, true, unitWeight, 0, gates);
        for (int t = 0; t < steps; t++) {
            kernels.matmul(false, stepState, true, unitWeight, 0, stepGates);
        }
        kernels.matmul(false, states, true, outWeight, 0, values);
    }

    void back() {
        kernels.matmul(true, values, false, states, 0, outWeight);
        kernels.matmul(false, values, false, outWeight, 0, states);
        for (int t = 0; t < steps; t++) {
            kernels.matmul(false, stepGates, false, unitWeight, 0, stepState);
        }
        kernels.matmul(true, gates, false, states, 0, unitWeight);
        kernels.matmul(true, gates, false, features, 0, unitWeight);
        kernels.matmul(false, gates, false, unitWeight, 0, features);
        kernels.matmul(true, features, false, x, 0, inWeight);
    }
}
