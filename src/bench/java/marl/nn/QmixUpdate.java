package marl.nn;

import java.util.List;
import java.util.concurrent.TimeUnit;
import marl.random.Rng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An update of QMIX's size: 3 agents with a network each (18-64-64-5), state 54, hypernetworks with one hidden layer,
 * mixing 32, target networks, Adam, sampling included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QmixUpdate {
    private static final int AGENTS = 3;
    private static final int OBSERVATION = 18;
    private static final int ACTIONS = 5;
    private static final int STATE = 54;
    private static final int MIXING = 32;

    @Param({"32", "128"})
    public int batch;

    private Team team;
    private Team target;
    private Optimiser adam;
    private ReplayBuffer buffer;
    private final Rng rng = Rng.of(4);

    @Setup
    public void make() {
        team = new Team(Rng.of(1));
        target = new Team(Rng.of(1));
        Trainable all = team::blocks;
        adam = Optimiser.adam(5e-4, all).clipNorm(10);
        buffer = Filled.buffer(Precision.SINGLE, AGENTS, OBSERVATION, ACTIONS, STATE);
    }

    @Benchmark
    public double ours() {
        Batch drawn = buffer.sample(batch, rng);
        return adam.minimise(tape -> {
            Tensor total = team.total(tape.input(drawn.observations()), drawn.actions(), tape.input(drawn.states()));
            Tensor next =
                    target.total(tape.input(drawn.nextObservations()), new int[0], tape.input(drawn.nextStates()));
            Tensor targets = next.times(drawn.continuing()).times(0.99).plus(drawn.rewards());
            return Losses.meanSquared(total, targets);
        });
    }

    /** Agents' networks and a mixer. Each agent's rows are the slices of [batch, agents * observation]. */
    static final class Team {
        private final Mlp[] agents = new Mlp[AGENTS];
        private final Mlp w1;
        private final Mlp b1;
        private final Mlp w2;
        private final Mlp b2;

        Team(Rng rng) {
            for (int i = 0; i < AGENTS; i++) agents[i] = Mlp.relu(rng, OBSERVATION, 64, 64, ACTIONS);
            w1 = Mlp.relu(rng, STATE, MIXING, AGENTS * MIXING);
            b1 = Mlp.relu(rng, STATE, MIXING);
            w2 = Mlp.relu(rng, STATE, MIXING, MIXING);
            b2 = Mlp.relu(rng, STATE, MIXING, 1);
        }

        List<Parameters> blocks() {
            return java.util.stream.Stream.of(agents[0], agents[1], agents[2], w1, b1, w2, b2)
                    .flatMap(net -> net.parameters().stream())
                    .toList();
        }

        /** The total for the chosen actions, or for the best ones if none are given: [batch, 1]. */
        Tensor total(Tensor observations, int[] actions, Tensor states) {
            Tensor joint = observations.reshape(states.rows(), AGENTS * OBSERVATION);
            Tensor values = one(joint, 0, actions);
            for (int i = 1; i < AGENTS; i++) values = values.concat(one(joint, i, actions));
            Tensor hidden = values.batched(w1.apply(states).abs())
                    .plus(b1.apply(states))
                    .elu();
            return hidden.batched(w2.apply(states).abs()).plus(b2.apply(states));
        }

        private Tensor one(Tensor joint, int agent, int[] actions) {
            Tensor own = joint.slice(agent * OBSERVATION, (agent + 1) * OBSERVATION);
            Tensor values = agents[agent].apply(own);
            if (actions.length == 0) return values.max();
            int[] chosen = new int[own.rows()];
            for (int b = 0; b < chosen.length; b++) chosen[b] = actions[b * AGENTS + agent];
            return values.gather(chosen);
        }
    }
}
