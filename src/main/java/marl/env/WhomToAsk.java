package marl.env;

import java.util.Arrays;
import java.util.List;
import marl.random.Require;
import marl.random.Rng;

/**
 * A game of one step in which it matters whom one listens to. Each of n agents holds a private number, uniform in 0 .. v - 1, and is
 * told whom it needs, uniform among the others. All guess at once, and each right guess of the number of whom one needs pays everybody
 * 1/n; then the world <b>terminates</b>. It is a small form of the tasks of TarMAC (Das et al. 2019), for which the paper has no such
 * exact game; it is ours.
 *
 * <p>An agent sees {@code {its own index, its number, the index of whom it needs}}, and its action is its guess. Messages are no part
 * of the world: they belong to the learner. Without any, a guess is right with probability 1/v. What a mean of bits can carry is worked
 * out exactly by {@code marl.solve.MeanOfBits}; whoever hears the one it needs earns 1.
 */
public final class WhomToAsk implements MarkovGame {
    private static final String NAME = "Whom to ask";

    private final int values;
    private final EpisodeClock clock;
    private final int[] numbers;
    private final int[] needs;

    private WhomToAsk(int agents, int values, EpisodeClock clock) {
        this.values = values;
        this.clock = clock;
        numbers = new int[agents];
        needs = new int[agents];
    }

    /**
     * The game.
     *
     * @param agents at least 2
     * @param values how many numbers there are, at least 2
     * @throws IllegalArgumentException if there are fewer
     */
    public static WhomToAsk of(int agents, int values) {
        Require.that(agents >= 2, "To ask takes two agents or more, not " + agents + ".");
        Require.that(values >= 2, "A private number is one of two or more, not of " + values + ".");
        return new WhomToAsk(agents, values, new EpisodeClock(NAME, EpisodeClock.NO_LIMIT));
    }

    /** How many numbers an agent may hold. */
    public int values() {
        return values;
    }

    /** The numbering of what an agent sees, for a table: index, number, whom it needs, the first being the slowest. */
    public ObservationIndex index() {
        int n = numbers.length;
        return ObservationIndex.of(n * values * n, o -> ((int) o[0] * values + (int) o[1]) * n + (int) o[2]);
    }

    /** The numberings of the three things that an agent sees: its index, its number, the index of whom it needs. */
    public List<ObservationIndex> fields() {
        int n = numbers.length;
        return List.of(
                ObservationIndex.of(n, o -> (int) o[0]),
                ObservationIndex.of(values, o -> (int) o[1]),
                ObservationIndex.of(n, o -> (int) o[2]));
    }

    @Override
    public int agents() {
        return numbers.length;
    }

    @Override
    public Space observationSpace(int agent) {
        double last = numbers.length - 1.0;
        return new Space.Box(new double[3], new double[] {last, values - 1.0, last});
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(values);
    }

    @Override
    public double[][] reset(long seed) {
        Rng rng = Rng.of(seed);
        int n = numbers.length;
        Arrays.setAll(numbers, i -> rng.below(values));
        Arrays.setAll(needs, i -> (i + 1 + rng.below(n - 1)) % n);
        clock.start();
        return observations();
    }

    @Override
    public Step step(JointAction joint) {
        int[] limits = new int[numbers.length];
        Arrays.fill(limits, values);
        int[] guesses = Actions.discrete(NAME, joint, limits);
        clock.requireRunning();
        clock.tick(true);
        int right = 0;
        for (int i = 0; i < guesses.length; i++) {
            right += guesses[i] == numbers[needs[i]] ? 1 : 0;
        }
        double[] rewards = new double[numbers.length];
        Arrays.fill(rewards, (double) right / numbers.length);
        return new Step(observations(), rewards, true, false);
    }

    private double[][] observations() {
        double[][] seen = new double[numbers.length][];
        Arrays.setAll(seen, i -> new double[] {i, numbers[i], needs[i]});
        return seen;
    }

    /** All numbers, then the indices of whom each needs: 2n. */
    @Override
    public double[] state() {
        clock.requireStarted();
        double[] all = new double[2 * numbers.length];
        Arrays.setAll(all, i -> i < numbers.length ? numbers[i] : needs[i - numbers.length]);
        return all;
    }

    @Override
    public WhomToAsk copy() {
        WhomToAsk copy = new WhomToAsk(numbers.length, values, clock.copy());
        System.arraycopy(numbers, 0, copy.numbers, 0, numbers.length);
        System.arraycopy(needs, 0, copy.needs, 0, needs.length);
        return copy;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String toString() {
        return NAME + " of " + numbers.length;
    }
}
