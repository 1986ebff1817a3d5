package marl.exercise;

/** The exercises of lesson 08, memory and messages. */
public final class Lesson08 {

    /** One step of a gated recurrent unit. */
    public static final Exercise<GruStep> GRU_STEP = Exercise.of(
            "08-1", "A gated unit by hand", 4, GruStep.class, "marl.nn.Gru", "marl.nn.Tape", "marl.nn.Tensor");

    /** What it is worth to tell on a given day. */
    public static final Exercise<TellOn> TELL_ON =
            Exercise.of("08-2", "Tell on the last day", 3, TellOn.class, "marl.solve.RiddleValue");

    /** What an agent hears of the others. */
    public static final Exercise<Heard> HEARD =
            Exercise.of("08-3", "What an agent hears", 3, Heard.class, "marl.nn.Tape", "marl.nn.Tensor");

    /** What goes over the wire while learning and afterwards. */
    public static final Exercise<Wire> WIRE =
            Exercise.of("08-4", "One wire, two uses", 3, Wire.class, "marl.nn.Tape", "marl.nn.Tensor");

    /** A team that talks, with planted faults. */
    public static final Exercise<TalkGradient> TALK_GRADIENT =
            Exercise.of("08-5", "Find the silent bugs", 5, TalkGradient.class, "marl.nn.Tape", "marl.nn.Tensor");

    private Lesson08() {}

    /** Contract of 08-1. */
    @FunctionalInterface
    public interface GruStep {
        /**
         * The next hidden state of a gated recurrent unit with n hidden numbers. Rows 0 to n - 1 of weights and biases are the
         * reset gate's, the next n the update gate's, the last n the new content's.
         *
         * @param x what comes in
         * @param h the hidden state, n numbers
         * @param inputWeights [3 n][inputs]
         * @param hiddenWeights [3 n][n]
         * @param inputBias 3 n numbers, added to the products with x
         * @param hiddenBias 3 n numbers, added to the products with h
         * @return the next hidden state
         */
        double[] of(
                double[] x,
                double[] h,
                double[][] inputWeights,
                double[][] hiddenWeights,
                double[] inputBias,
                double[] hiddenBias);
    }

    /** Contract of 08-2. */
    @FunctionalInterface
    public interface TellOn {
        /**
         * The expected reward if whoever is in the room on a given day tells.
         *
         * @param prisoners how many there are
         * @param day the day, counted from 1
         * @return the expected reward
         */
        double of(int prisoners, int day);
    }

    /** Contract of 08-3. */
    @FunctionalInterface
    public interface Heard {
        /**
         * What each agent hears: the mean of what the others say.
         *
         * @param said what each agent says, [agent][number]
         * @param present which agents are there
         * @return what each hears, of the same shape
         */
        double[][] of(double[][] said, boolean[] present);
    }

    /** Contract of 08-4. */
    @FunctionalInterface
    public interface Wire {
        /**
         * What goes over the wire, and how it changes with the message.
         *
         * @param message what the sender's network puts out
         * @param noise a number drawn from the standard normal distribution
         * @param sigma the standard deviation of the channel's noise
         * @param learning whether the team is learning
         * @return two numbers: the signal, and its derivative by the message
         */
        double[] of(double message, double noise, double sigma, boolean learning);
    }

    /**
     * What a talking team went through.
     *
     * @param seen what each agent saw, [world][step][agent]
     * @param begins whether an episode begins with a step, [world][step]; each world's first step begins one
     * @param targets what each agent should have put out, [world][step][agent]
     */
    public record Talk(double[][][] seen, boolean[][] begins, double[][][] targets) {}

    /** Contract of 08-5. */
    @FunctionalInterface
    public interface TalkGradient {
        /**
         * The gradient of the mean squared error of what agents put out.
         *
         * @param keep the share of an agent's memory that stays from step to step
         * @param speak the weight of the memory in a message
         * @param own the weight of the own memory in what is put out
         * @param other the weight in it of what is heard
         * @param talk the experience
         * @return the slopes by {@code speak}, {@code own} and {@code other}
         */
        double[] of(double keep, double speak, double own, double other, Talk talk);
    }
}
