package marl.deep;

import marl.nn.Activation;

/**
 * The shape of a {@link QmixMixer}: how many hidden units mix, and how the hypernetworks look that make its weights from
 * the state.
 *
 * @param embed hidden units of the mixer
 * @param hyper hidden units, with ReLU, of the hypernetworks of both layers' weights; 0 for a single linear layer
 * @param lastBias hidden units, with ReLU, of the hypernetwork of the last bias; 0 for a single linear layer
 * @param activation of the hidden units, ELU or RELU
 * @param sign what is done to the weights
 */
public record MixerSettings(int embed, int hyper, int lastBias, Activation activation, Sign sign) {

    /** What is done to the weights the hypernetworks make; biases are left alone either way. */
    public enum Sign {
        /** Their absolute value is taken, so that the total never falls when a value rises. */
        ABSOLUTE,
        /** Nothing, which breaks the promise. */
        NONE
    }

    /** Checks the sizes. */
    public MixerSettings {
        if (embed < 1 || hyper < 0 || lastBias < 0) {
            throw new IllegalArgumentException("A mixer has at least one hidden unit, and its hypernetworks 0 or more,"
                    + " but got embed " + embed + ", hyper " + hyper + ", lastBias " + lastBias + ".");
        }
        if (activation != Activation.ELU && activation != Activation.RELU) {
            throw new IllegalArgumentException("The activation of a mixer is ELU or RELU, not " + activation + ".");
        }
    }

    /**
     * The mixer of Rashid et al. 2018, section 4.1: ELU, linear hypernetworks, and two layers for the last bias.
     *
     * @param embed hidden units; the paper has 32, and 8 in the two-step game
     * @return the settings
     */
    public static MixerSettings paper(int embed) {
        return new MixerSettings(embed, 0, embed, Activation.ELU, Sign.ABSOLUTE);
    }

    /**
     * The mixer of a published tutorial: ReLU, and hypernetworks of two layers whose hidden size is the embed size. Its
     * total can be flat, where all hidden units are off.
     *
     * @param embed hidden units
     * @return the settings
     */
    public static MixerSettings tutorial(int embed) {
        return new MixerSettings(embed, embed, embed, Activation.RELU, Sign.ABSOLUTE);
    }

    /** The same with hypernetworks of this many hidden units for the weights; 64 is PyMARL's, 0 makes them linear. */
    public MixerSettings withHyper(int hiddenUnits) {
        return new MixerSettings(embed, hiddenUnits, lastBias, activation, sign);
    }

    /** The same with another activation of the hidden units. */
    public MixerSettings withActivation(Activation other) {
        return new MixerSettings(embed, hyper, lastBias, other, sign);
    }

    /** The same with or without the absolute value. */
    public MixerSettings withSign(Sign other) {
        return new MixerSettings(embed, hyper, lastBias, activation, other);
    }
}
