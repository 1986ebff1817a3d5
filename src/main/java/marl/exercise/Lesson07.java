package marl.exercise;

/** The exercises of lesson 07, policy gradients for teams. */
public final class Lesson07 {

    /** How much better an action was than expected. */
    public static final Exercise<Advantages> ADVANTAGES =
            Exercise.of("07-1", "Generalised advantages", 4, Advantages.class, "marl.deep.Advantages");

    /** What a clipped ratio still pulls. */
    public static final Exercise<Pull> PULL = Exercise.of("07-2", "What the clip leaves", 3, Pull.class);

    /** What agents of the particle world are paid. */
    public static final Exercise<Rewards> REWARDS = Exercise.of(
            "07-3", "The reward of spread", 4, Rewards.class, "marl.env.ParticleGame", "marl.env.GameBatch");

    /** What they see. */
    public static final Exercise<Sight> SIGHT =
            Exercise.of("07-4", "What an agent sees", 2, Sight.class, "marl.env.ParticleGame", "marl.env.GameBatch");

    /** A policy gradient with planted faults. */
    public static final Exercise<Gradient> GRADIENT = Exercise.of(
            "07-5", "Find the silent bugs", 5, Gradient.class, "marl.deep.Advantages", "marl.deep.ActorCritic");

    /** What a central critic should say. */
    public static final Exercise<CriticTarget> CRITIC_TARGET =
            Exercise.of("07-6", "The target of MADDPG", 3, CriticTarget.class, "marl.deep.Maddpg");

    private Lesson07() {}

    /** Contract of 07-1. */
    @FunctionalInterface
    public interface Advantages {
        /**
         * Generalised advantage estimates of consecutive steps, maybe of several episodes.
         *
         * @param rewards of the steps
         * @param values what the critic says of what was seen before each step
         * @param nextValues what it says of what was seen after it; where the episode was over, of its final observation
         * @param terminated whether the world ended with the step
         * @param truncated whether the clock cut the episode off with the step
         * @param gamma the discount
         * @param lambda the share of later errors
         * @return one advantage for each step
         */
        double[] of(
                double[] rewards,
                double[] values,
                double[] nextValues,
                boolean[] terminated,
                boolean[] truncated,
                double gamma,
                double lambda);
    }

    /** Contract of 07-2. */
    @FunctionalInterface
    public interface Pull {
        /**
         * The derivative of PPO's clipped objective for one step by the log-probability of its action.
         *
         * @param ratio the new probability of the action divided by the old one
         * @param advantage its advantage
         * @param epsilon the clip range
         * @return the derivative
         */
        double of(double ratio, double advantage, double epsilon);
    }

    /** Contract of 07-3. */
    @FunctionalInterface
    public interface Rewards {
        /**
         * What each agent of spread is paid where things stand like this.
         *
         * @param agents where the agents are, [agent][2]
         * @param landmarks where the landmarks are, [landmark][2]
         * @param localRatio the share of an agent's own collisions
         * @return one reward for each agent
         */
        double[] of(double[][] agents, double[][] landmarks, double localRatio);
    }

    /** Contract of 07-4. */
    @FunctionalInterface
    public interface Sight {
        /**
         * What an agent of spread sees.
         *
         * @param agent which
         * @param agents where the agents are, [agent][2]
         * @param velocities how they move, [agent][2]
         * @param landmarks where the landmarks are, [landmark][2]
         * @return its observation
         */
        double[] of(int agent, double[][] agents, double[][] velocities, double[][] landmarks);
    }

    /**
     * Consecutive steps of one agent.
     *
     * @param seen what it saw before each step, a number from 0
     * @param actions what it did
     * @param oldLogProbabilities of these actions when they were drawn
     * @param rewards what it was paid
     * @param values what the critic says of what it saw; after an episode's end the next entry belongs to another episode
     * @param finalValues what the critic says of what was seen after the step, where the episode was over; else without meaning
     * @param terminated whether the world ended with the step
     * @param truncated whether the clock cut the episode off with the step; true for the last step unless it terminated
     */
    public record Batch(
            int[] seen,
            int[] actions,
            double[] oldLogProbabilities,
            double[] rewards,
            double[] values,
            double[] finalValues,
            boolean[] terminated,
            boolean[] truncated) {}

    /** Contract of 07-5. */
    @FunctionalInterface
    public interface Gradient {
        /**
         * The gradient of PPO's loss for a table of logits, with one-step advantages.
         *
         * @param logits of the policy now, [what is seen][action]
         * @param batch the experience
         * @param gamma the discount
         * @param epsilon the clip range
         * @param bonus the weight of the entropy
         * @return the slope of the loss by each logit, [what is seen][action]
         */
        double[][] of(double[][] logits, Batch batch, double gamma, double epsilon, double bonus);
    }

    /** Networks of a team; they belong to the check. */
    public interface Nets {
        /**
         * What an agent's actor does.
         *
         * @param agent which
         * @param observation what it sees
         * @return its action
         */
        double[] act(int agent, double[] observation);

        /**
         * What an agent's central critic says.
         *
         * @param agent whose
         * @param observations what all agents see, [agent][coordinate]
         * @param actions what all agents do, [agent][coordinate]
         * @return the value
         */
        double value(int agent, double[][] observations, double[][] actions);
    }

    /** Contract of 07-6. */
    @FunctionalInterface
    public interface CriticTarget {
        /**
         * What an agent's central critic should say of a step.
         *
         * @param agent whose critic
         * @param reward what that agent was paid
         * @param terminated whether the world ended with the step
         * @param nextObservations what all agents saw after it, [agent][coordinate]
         * @param online the networks that learn
         * @param target their slow copies
         * @param gamma the discount
         * @return the target
         */
        double of(
                int agent,
                double reward,
                boolean terminated,
                double[][] nextObservations,
                Nets online,
                Nets target,
                double gamma);
    }
}
