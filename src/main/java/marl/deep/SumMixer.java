package marl.deep;

import java.util.Arrays;
import java.util.List;
import marl.nn.Parameters;
import marl.nn.Tensor;

/**
 * The sum of the agents' values: value decomposition networks (Sunehag et al. 2018). It has no weights and
 * takes no notice of the state, whatever its length.
 */
public final class SumMixer implements Mixer {

    private final int agents;

    private SumMixer(int agents) {
        this.agents = agents;
    }

    /**
     * The sum over a team.
     *
     * @param agents how many they are
     * @throws IllegalArgumentException if there is none
     */
    public static SumMixer of(int agents) {
        MixerSizes.requireTeam(agents, 1);
        return new SumMixer(agents);
    }

    @Override
    public int agents() {
        return agents;
    }

    @Override
    public int stateSize() {
        return 0;
    }

    @Override
    public Mixing at(Tensor states) {
        return values -> {
            MixerSizes.require(this, values.columns(), 0);
            return values.rowSums();
        };
    }

    @Override
    public double total(double[] values, double[] state) {
        MixerSizes.require(this, values.length, 0);
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return total;
    }

    @Override
    public double[] slopes(double[] values, double[] state) {
        MixerSizes.require(this, values.length, 0);
        double[] slopes = new double[agents];
        Arrays.fill(slopes, 1);
        return slopes;
    }

    @Override
    public SumMixer copy() {
        return this;
    }

    @Override
    public List<Parameters> parameters() {
        return List.of();
    }

    @Override
    public String toString() {
        return "the sum of " + agents + " agents' values";
    }
}
