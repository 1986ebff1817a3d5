package marl.deep;

import marl.agent.JointTransition;
import marl.nn.Precision;
import marl.random.Rng;
import marl.replay.Batch;
import marl.replay.EpisodeBatch;
import marl.replay.EpisodeReplay;
import marl.replay.ReplayBuffer;
import marl.replay.ReplayShape;

/** A team's replay after a {@link ReplayPlan}: takes joint transitions, and says when a batch is due. */
interface TeamReplay {

    /** Forgets what is under way, if that cannot be finished any more. */
    void startEpisode();

    /** Adds a transition with encoded observations; whether an update is due. */
    boolean add(JointTransition encoded);

    /** Draws a batch. */
    Batch sample(Rng rng);

    /**
     * Draws whole episodes for agents with a memory.
     *
     * @throws IllegalStateException if single transitions are kept
     */
    EpisodeBatch sequences(Rng rng);

    static TeamReplay of(ReplayPlan plan, Precision precision, ReplayShape shape) {
        if (plan instanceof ReplayPlan.Episodes episodes) {
            return new Whole(episodes, EpisodeReplay.of(precision, episodes.capacity(), shape));
        }
        ReplayPlan.Transitions transitions = (ReplayPlan.Transitions) plan;
        return new Single(transitions, ReplayBuffer.of(precision, transitions.capacity(), shape));
    }

    /** Whole episodes. */
    record Whole(ReplayPlan.Episodes plan, EpisodeReplay replay) implements TeamReplay {
        @Override
        public void startEpisode() {
            replay.dropEpisode();
        }

        @Override
        public boolean add(JointTransition encoded) {
            replay.add(encoded);
            if (encoded.over()) {
                replay.endEpisode();
            }
            return encoded.over() && replay.size() >= plan.batch();
        }

        @Override
        public Batch sample(Rng rng) {
            return replay.sample(plan.batch(), rng);
        }

        @Override
        public EpisodeBatch sequences(Rng rng) {
            return replay.sequences(plan.batch(), rng);
        }
    }

    /** Single transitions. */
    final class Single implements TeamReplay {
        private final ReplayPlan.Transitions plan;
        private final ReplayBuffer replay;
        private long steps;

        Single(ReplayPlan.Transitions plan, ReplayBuffer replay) {
            this.plan = plan;
            this.replay = replay;
        }

        @Override
        public void startEpisode() {
            // Single transitions are always whole.
        }

        @Override
        public boolean add(JointTransition encoded) {
            replay.add(encoded);
            steps++;
            return replay.size() >= plan.batch() && steps % plan.every() == 0;
        }

        @Override
        public Batch sample(Rng rng) {
            return replay.sample(plan.batch(), rng);
        }

        @Override
        public EpisodeBatch sequences(Rng rng) {
            throw new IllegalStateException("Single transitions are no episodes; replay whole ones.");
        }
    }
}
