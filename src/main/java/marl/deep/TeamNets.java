package marl.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.nn.Trainable;
import marl.random.Rng;
import marl.replay.Batch;
import marl.replay.EpisodeBatch;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The agents' networks, one for all or one each, and the mixer above them. Outputs of the networks come as one matrix of
 * [batch * agents, actions], or as one of [batch, actions] for each agent; picks have the same parts.
 */
final class TeamNets implements Trainable {

    private final List<AgentNetwork> networks;
    private final Mixer mixer;

    private TeamNets(List<AgentNetwork> networks, Mixer mixer) {
        this.networks = List.copyOf(networks);
        this.mixer = mixer;
    }

    static TeamNets of(
            TeamShape shape,
            List<Integer> hidden,
            AgentMemory memory,
            boolean sharing,
            MixerKind kind,
            Precision precision,
            Rng rng) {
        int[] sizes = LayerSizes.of(shape.inputs(), hidden, shape.actions());
        List<AgentNetwork> networks = new ArrayList<>();
        for (int i = 0; i < (sharing ? 1 : shape.agents()); i++) {
            networks.add(AgentNetwork.of(sizes, memory, precision, rng));
        }
        return new TeamNets(networks, kind.make(shape.agents(), shape.stateSize(), precision, rng));
    }

    Mixer mixer() {
        return mixer;
    }

    AgentNetwork network(int agent) {
        return networks.get(shared() ? 0 : agent);
    }

    private boolean shared() {
        return networks.size() == 1;
    }

    TeamNets copy() {
        return new TeamNets(networks.stream().map(AgentNetwork::copy).toList(), mixer.copy());
    }

    @Override
    public List<Parameters> parameters() {
        List<Parameters> all = new ArrayList<>();
        networks.forEach(net -> all.addAll(net.parameters()));
        all.addAll(mixer.parameters());
        return all;
    }

    /** The values of all actions where the batch was, or where it came to. */
    Tensor[] values(Tape tape, Batch batch, boolean next) {
        Tensor[] values = new Tensor[networks.size()];
        for (int i = 0; i < values.length; i++) {
            if (shared()) {
                values[i] = networks.get(i).values(tape, next ? batch.nextObservations() : batch.observations());
            } else {
                values[i] = networks.get(i).values(tape, next ? batch.nextObservations(i) : batch.observations(i));
            }
        }
        return values;
    }

    /** The values along whole episodes, one step more than there are, from a memory of zeros; time slowest. */
    Tensor[] along(Tape tape, EpisodeBatch episodes) {
        Tensor[] values = new Tensor[networks.size()];
        for (int i = 0; i < values.length; i++) {
            AgentNetwork network = networks.get(i);
            INDArray seen = shared() ? episodes.sequences() : episodes.sequences(i);
            values[i] = network.values(tape, seen, network.zero(tape, sequences(episodes.episodes())));
        }
        return values;
    }

    /** The same as constants, of which no gradient comes back. */
    Tensor[] unrecordedAlong(Tape tape, EpisodeBatch episodes) {
        Tensor[] values = new Tensor[networks.size()];
        tape.unrecorded(() -> {
            System.arraycopy(along(tape, episodes), 0, values, 0, values.length);
            return values[0];
        });
        return values;
    }

    /** Of values along E episodes those of all steps but the one after the last. */
    Tensor[] now(Tensor[] along, int episodes) {
        return Arrays.stream(along)
                .map(v -> v.rows(0, v.rows() - sequences(episodes)))
                .toArray(Tensor[]::new);
    }

    /** Of values along E episodes those of all steps but the first. */
    Tensor[] next(Tensor[] along, int episodes) {
        return Arrays.stream(along)
                .map(v -> v.rows(sequences(episodes), v.rows()))
                .toArray(Tensor[]::new);
    }

    private int sequences(int episodes) {
        return shared() ? episodes * mixer.agents() : episodes;
    }

    /** The best actions by these values, among those legal where the batch was, or where it came to. */
    static int[][] best(Tensor[] values, Batch batch, boolean next) {
        boolean restricted = next ? batch.nextRestricted() : batch.restricted();
        int[][] best = new int[values.length][];
        for (int i = 0; i < values.length; i++) {
            Tensor legal = restricted ? values[i].plus(forbidden(batch, next, values.length == 1, i)) : values[i];
            best[i] = legal.argmax();
        }
        return best;
    }

    private static INDArray forbidden(Batch batch, boolean next, boolean all, int agent) {
        if (all) {
            return next ? batch.nextForbidden() : batch.forbidden();
        }
        return next ? batch.nextForbidden(agent) : batch.forbidden(agent);
    }

    /** What the agents did. */
    int[][] taken(Batch batch) {
        int[][] taken = new int[networks.size()][];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = shared() ? batch.actions() : batch.actions(i);
        }
        return taken;
    }

    /** The total of these actions, [batch, 1]. */
    Tensor total(Tensor[] values, int[][] picks, Tensor states) {
        Tensor own = Tensor.gather(values, picks);
        if (shared()) {
            own = own.reshape(states.rows(), mixer.agents());
        }
        return mixer.total(own, states);
    }
}
