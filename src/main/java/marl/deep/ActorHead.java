package marl.deep;

import marl.env.Space;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Require;
import marl.random.Rng;

/** What turns the outputs of an actor's network into a distribution over actions. */
sealed interface ActorHead permits CategoricalHead, GaussianHead {

    /** The head that fits all these spaces at once: as many outputs as the largest needs. */
    static ActorHead of(Space... spaces) {
        if (spaces[0] instanceof Space.Box box) {
            for (Space space : spaces) {
                Require.that(
                        box.equals(space),
                        "Agents that share a network need equal controls; say sharing(false) for " + space + ".");
            }
            return new GaussianHead(box);
        }
        int most = 0;
        for (Space space : spaces) {
            most = Math.max(most, space instanceof Space.Discrete d ? d.n() : 0);
        }
        return new CategoricalHead(most);
    }

    /** How many outputs the network has. */
    int outputs();

    /** How many numbers an action is kept as. */
    int actionSize();

    /**
     * Draws an action.
     *
     * @param out the network's outputs, of which those from place {@code at} on are this row's
     * @param legal which actions may be taken, from place {@code legalAt} on; empty for all, or for controls
     * @param action where it is written to, from place {@code actionAt} on
     * @return the logarithm of its probability, or of its density
     */
    double sample(double[] out, int at, boolean[] legal, int legalAt, Rng rng, double[] action, int actionAt);

    /** Writes the most likely action in the same way. */
    void best(double[] out, int at, boolean[] legal, int legalAt, double[] action, int actionAt);

    /**
     * What the loss needs, recorded.
     *
     * @param outputs [rows, outputs]
     * @param actions [rows, actionSize], flat
     * @param forbidden [rows, outputs], flat: 0 for legal, {@link CategoricalHead#FORBIDDEN} for illegal; empty for all legal
     */
    Scored score(Tape tape, Tensor outputs, double[] actions, double[] forbidden);

    /**
     * A batch of actions, scored.
     *
     * @param logProbability of each action, [rows, 1]
     * @param entropy the mean over the rows, [1, 1]
     */
    record Scored(Tensor logProbability, Tensor entropy) {}
}
