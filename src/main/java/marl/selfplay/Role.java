package marl.selfplay;

import java.util.Optional;
import marl.agent.Learner;
import marl.agent.StorableLearner;

/** A learner, its former selves, and how long it has trained. With one learner for both seats there is one role. */
final class Role {
    final Learner learner;
    OpponentPool pool;
    /** The latest self, if it was taken and is played for more than one episode. */
    Optional<Snapshot> latest = Optional.empty();

    long trained;

    Role(Learner learner, OpponentPool pool) {
        this.learner = learner;
        this.pool = pool;
    }

    /**
     * The learner, to be written down.
     *
     * @throws IllegalStateException if it cannot be
     */
    StorableLearner storable() {
        if (learner instanceof StorableLearner storable) {
            return storable;
        }
        throw new IllegalStateException("A " + learner.getClass().getSimpleName()
                + " cannot be written down, because it is no StorableLearner; only such runs can be saved.");
    }
}
