package marl.deep;

import marl.nn.Precision;
import marl.random.Rng;

/** Which mixer a team has, before its size is known. */
public sealed interface MixerKind {

    /** Such a mixer for this team, with weights drawn from the generator. */
    Mixer make(int agents, int stateSize, Precision precision, Rng rng);

    /** A sum: VDN. */
    record Sum() implements MixerKind {
        @Override
        public Mixer make(int agents, int stateSize, Precision precision, Rng rng) {
            return SumMixer.of(agents);
        }
    }

    /**
     * QMIX's.
     *
     * @param settings its shape
     */
    record Monotonic(MixerSettings settings) implements MixerKind {
        @Override
        public Mixer make(int agents, int stateSize, Precision precision, Rng rng) {
            return QmixMixer.of(settings, agents, stateSize, precision, rng);
        }
    }

    /**
     * An unconstrained network.
     *
     * @param hidden units of each of its two layers
     */
    record Free(int hidden) implements MixerKind {
        @Override
        public Mixer make(int agents, int stateSize, Precision precision, Rng rng) {
            return FreeMixer.of(hidden, agents, stateSize, precision, rng);
        }
    }
}
