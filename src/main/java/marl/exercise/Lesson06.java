package marl.exercise;

/** The exercises of lesson 06, QMIX and monotonicity. */
public final class Lesson06 {

    /** A property tested by trying to break it. */
    public static final Exercise<Nudges> NUDGES =
            Exercise.of("06-1", "Nudge it", 3, Nudges.class, "marl.deep.Monotonicity");

    /** What the mixer computes. */
    public static final Exercise<Mix> MIX = Exercise.of("06-2", "Mix", 4, Mix.class, "marl.deep.QmixMixer");

    /** How its total moves with the agents' values. */
    public static final Exercise<Slopes> SLOPES =
            Exercise.of("06-3", "The mixer's slopes", 4, Slopes.class, "marl.deep.QmixMixer");

    /** What no mixer of this kind can be. */
    public static final Exercise<Table> BEYOND =
            Exercise.of("06-4", "A table beyond QMIX", 2, Table.class, "marl.game.Games");

    /** A fit that leads the team astray. */
    public static final Exercise<Table> MISLED =
            Exercise.of("06-5", "A table that misleads QMIX", 3, Table.class, "marl.game.Games");

    private Lesson06() {}

    /** A mixer to be examined; it belongs to the check. */
    public interface Mixer {
        /**
         * How many agents it mixes.
         *
         * @return the number
         */
        @Fixed
        int agents();

        /**
         * How long its state is.
         *
         * @return the length
         */
        @Fixed
        int stateSize();

        /**
         * The joint value.
         *
         * @param values one value for each agent
         * @param state the state
         * @return the total
         */
        double total(double[] values, double[] state);
    }

    /** Contract of 06-1. */
    @FunctionalInterface
    public interface Nudges {
        /**
         * Tries to break monotonicity. Each trial draws a fresh state and fresh values, all standard normal, raises the
         * value of one agent, picked at random, and looks whether the total became smaller, at the same state. All chance
         * comes from the seed: equal seeds give equal shares.
         *
         * @param mixer the mixer
         * @param trials how many trials
         * @param size by how much the value is raised
         * @param seed of all chance
         * @return the share of trials in which the total became smaller, from 0 to 1
         */
        double share(Mixer mixer, int trials, double size, long seed);
    }

    /** Contract of 06-2. */
    @FunctionalInterface
    public interface Mix {
        /**
         * The total of QMIX's mixer, given what its hypernetworks put out for the state, before any absolute value is
         * taken.
         *
         * @param values one value for each agent
         * @param w1 the first weights, [agent][hidden]
         * @param b1 the first bias, [hidden]
         * @param w2 the second weights, [hidden]
         * @param b2 the second bias
         * @return the total
         */
        double total(double[] values, double[][] w1, double[] b1, double[] w2, double b2);
    }

    /** Contract of 06-3. */
    @FunctionalInterface
    public interface Slopes {
        /**
         * How fast the total of 06-2 grows with each agent's value.
         *
         * @param values one value for each agent
         * @param w1 the first weights before the absolute value, [agent][hidden]
         * @param b1 the first bias, [hidden]
         * @param w2 the second weights before the absolute value, [hidden]
         * @return the derivative of the total by each agent's value
         */
        double[] slopes(double[] values, double[][] w1, double[] b1, double[] w2);
    }

    /** Contract of 06-4 and 06-5. */
    @FunctionalInterface
    public interface Table {
        /**
         * A payoff table of your own that both agents of a team are paid by: none of those the lessons show, also not with
         * its numbers shifted or scaled or its actions renamed.
         *
         * @return [first agent's action][second agent's action], 2 to 4 actions each, numbers between -1000 and 1000
         */
        double[][] table();
    }
}
