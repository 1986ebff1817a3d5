package marl.agent;

import marl.env.ObservationIndex;
import marl.random.Rng;

/** The action of the largest value in the observation's row, ties broken at random. */
final class GreedyTable implements FrozenPolicy {
    private final QTable table;
    private final ObservationIndex index;

    /** The table is kept and not to be changed any more. */
    GreedyTable(QTable table, ObservationIndex index) {
        this.table = table;
        this.index = index;
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        return table.argmax(index.of(observation), legal, rng);
    }

    @Override
    public double[] numbers() {
        return table.values();
    }
}
