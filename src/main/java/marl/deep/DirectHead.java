package marl.deep;

import marl.env.Space;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;

/**
 * What turns the outputs of an actor's network into an action that a critic takes in, and through which the critic's gradient comes
 * back: the counterpart of {@link ActorHead} for actors without a density. An action is as many numbers as the network has outputs.
 */
sealed interface DirectHead permits BoxHead, ChoiceHead {

    /** The head for this space. */
    static DirectHead of(Space space) {
        return space instanceof Space.Discrete choice ? new ChoiceHead(choice.n()) : new BoxHead((Space.Box) space);
    }

    /** How many numbers an action has, and how many outputs the network. */
    int size();

    /** The outputs as {@link #explore} and {@link #best} take them, [rows, size]. */
    Tensor shown(Tape tape, Tensor outputs);

    /** What a target actor does, [rows, size]; no gradient comes back through it. */
    Tensor target(Tape tape, Tensor outputs);

    /** What the actor does in its own loss, [rows, size], with a way back to its outputs. */
    Tensor own(Tape tape, Tensor outputs, Rng chance);

    /** Writes an action to learn from, given what is shown from place {@code at} on; noise in halves of a control's range. */
    void explore(double[] shown, int at, double noise, Rng chance, double[] action, int to);

    /** Writes the action that is thought best. */
    void best(double[] shown, int at, double[] action, int to);

    /** Writes any action, all equally likely. */
    void any(Rng chance, double[] action, int to);
}
