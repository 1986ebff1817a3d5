package marl.deep;

import marl.env.SwitchRiddle;
import marl.nn.Precision;
import marl.random.Require;

/** Collects the settings of a {@link Dial}. */
public final class DialBuilder {
    private final SwitchRiddle riddle;
    private boolean differentiable = true;
    private boolean cut;
    private boolean silent;
    private int hidden = 32;
    private int batch = 32;
    private double learningRate = 4e-3;
    private double clip = 10;
    private double epsilon = 0.05;
    private double sigma = 2;
    private int targetEvery = 50;
    private Precision precision = Precision.SINGLE;

    DialBuilder(SwitchRiddle riddle) {
        this.riddle = riddle.copy();
    }

    /** Messages as actions with values: RIAL in place of DIAL. */
    public DialBuilder rial() {
        differentiable = false;
        return this;
    }

    /** Cuts the gradient at every message, as if messages had been stored when acting: the mistake, to be measured. */
    public DialBuilder cutMessages() {
        cut = true;
        return this;
    }

    /** Takes the bulb away: 0 is heard every day, in training and in execution. */
    public DialBuilder silent() {
        silent = true;
        return this;
    }

    /**
     * The size of the recurrent unit; 32 unless said, 128 in the paper.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public DialBuilder hidden(int columns) {
        Require.that(columns >= 1, "A hidden state has at least one number, not " + columns + ".");
        hidden = columns;
        return this;
    }

    /**
     * How many episodes an update plays; 32 unless said, as in the paper.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public DialBuilder batch(int episodes) {
        Require.that(episodes >= 1, "An update plays at least one episode, not " + episodes + ".");
        batch = episodes;
        return this;
    }

    /** Adam's learning rate; 4e-3 unless said. */
    public DialBuilder learningRate(double rate) {
        learningRate = rate;
        return this;
    }

    /**
     * The share of random decisions while training; .05 unless said, as in the paper.
     *
     * @throws IllegalArgumentException unless it is in [0, 1]
     */
    public DialBuilder epsilon(double share) {
        Require.that(share >= 0 && share <= 1, "Epsilon is a probability, not " + share + ".");
        epsilon = share;
        return this;
    }

    /**
     * The standard deviation of the noise on messages; 2 unless said, as in the paper.
     *
     * @throws IllegalArgumentException if it is negative or infinite
     */
    public DialBuilder sigma(double deviation) {
        Require.that(
                deviation >= 0 && Double.isFinite(deviation),
                "Noise has a finite standard deviation of 0 or more, not " + deviation + ".");
        sigma = deviation;
        return this;
    }

    /**
     * After how many updates the target network is renewed; 50 unless said.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public DialBuilder targetEvery(int updates) {
        Require.that(updates >= 1, "A target network is renewed after one update or more, not " + updates + ".");
        targetEvery = updates;
        return this;
    }

    /** What it computes in; single precision unless said. */
    public DialBuilder precision(Precision kind) {
        precision = kind;
        return this;
    }

    /**
     * A learner with weights and episodes of this seed.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Dial build(long seed) {
        return new Dial(
                riddle,
                new DialSettings(
                        differentiable,
                        cut,
                        silent,
                        hidden,
                        batch,
                        learningRate,
                        clip,
                        epsilon,
                        sigma,
                        targetEvery,
                        seed),
                precision);
    }
}
