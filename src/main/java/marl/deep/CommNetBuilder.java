package marl.deep;

import marl.nn.Precision;
import marl.random.Require;

/** Collects the settings of a {@link CommNet}. */
public final class CommNetBuilder {
    private final int things;
    private final int agents;
    private final int actions;
    private int fields = 1;
    private int hidden = 64;
    private int rounds = 2;
    private boolean skip = true;
    private int width;
    private boolean bits;
    private int keys;
    private Precision precision = Precision.SINGLE;

    CommNetBuilder(int things, int agents, int actions) {
        Require.that(
                things >= 1 && agents >= 1 && actions >= 1,
                "A team needs something to see, an agent and an action, not " + things + ", " + agents + " and "
                        + actions + ".");
        this.things = things;
        this.agents = agents;
        this.actions = actions;
    }

    /**
     * How many things an agent sees at once; their vectors are added. 1 unless said.
     *
     * @throws IllegalArgumentException if there is none
     */
    public CommNetBuilder fields(int count) {
        Require.that(count >= 1, "An agent sees at least one thing, not " + count + ".");
        fields = count;
        return this;
    }

    /**
     * The width of the hidden state; 64 unless said.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public CommNetBuilder hidden(int columns) {
        Require.that(columns >= 1, "A hidden state has at least one number, not " + columns + ".");
        hidden = columns;
        return this;
    }

    /**
     * How often they talk before they act; 2 unless said, as in the paper's levers.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public CommNetBuilder rounds(int count) {
        Require.that(
                count >= 1, "Agents talk at least once, not " + count + " times; to silence them use Hearing.NOBODY.");
        rounds = count;
        return this;
    }

    /** Leaves out the skip connection from the embedding to every round but the first. */
    public CommNetBuilder withoutSkip() {
        skip = false;
        return this;
    }

    /**
     * Messages of so many bits, in place of the hidden state.
     *
     * @throws IllegalArgumentException if there is none
     */
    public CommNetBuilder bits(int count) {
        width = width(count);
        bits = true;
        return this;
    }

    /**
     * Messages of so many real numbers, in place of the hidden state.
     *
     * @throws IllegalArgumentException if there is none
     */
    public CommNetBuilder numbers(int count) {
        width = width(count);
        bits = false;
        return this;
    }

    private static int width(int count) {
        Require.that(
                count >= 1,
                "A message has a width of at least 1, not " + count + "; to silence the agents use Hearing.NOBODY.");
        return count;
    }

    /**
     * Attention with queries and signatures of this width in place of the mean.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public CommNetBuilder attention(int width) {
        Require.that(width >= 1, "Queries have at least one number, not " + width + ".");
        keys = width;
        return this;
    }

    /** What it computes in; single precision unless said. */
    public CommNetBuilder precision(Precision kind) {
        precision = kind;
        return this;
    }

    /** A network with weights drawn from this seed. */
    public CommNet build(long seed) {
        return new CommNet(
                new CommNetSettings(things, fields, agents, actions, hidden, rounds, skip, width, bits, keys),
                precision,
                seed);
    }
}
