package marl.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.Transition;
import marl.env.StatelessGame;
import marl.experiment.Progress;
import marl.random.Rng;

/**
 * Lets learners play a game without states, round after round: quick, because nothing is reset between rounds. A round
 * counts as an episode, so schedules move once per <b>round</b>; every round terminates, so nothing is bootstrapped.
 *
 * <p>The game and each agent draw from generators of their own, seeded once for the whole run. A {@link Training} of the
 * same game learns the same in the mean, from other random numbers. A run can be interrupted.
 *
 * <pre>{@code
 * StatelessGame climbing = StatelessGame.of(Games.climbing());
 * List<Learner> pair = QLearner.stateless(3).alpha(0.1).epsilon(Schedule.exponential(1, 0.998)).team(2);
 * Plays plays = Play.of(climbing, pair).rounds(2_000).seed(7).run();
 * plays.greedyPayoff();
 * }</pre>
 */
public final class Play {
    private static final int CHECK_EVERY = 1024;

    private final StatelessGame game;
    private final List<Learner> learners;
    private int rounds = 1;
    private long seed;
    private Optional<String> name = Optional.empty();
    private int every = Integer.MAX_VALUE;
    private LongConsumer then = done -> {};

    private Play(StatelessGame game, List<Learner> learners) {
        this.game = game;
        this.learners = learners;
    }

    /**
     * Learners for a game, one for each agent, in their order.
     *
     * @throws IllegalArgumentException if there is not one for each
     */
    public static Play of(StatelessGame game, Learner... learners) {
        return of(game, List.of(learners));
    }

    /**
     * Learners for a game, one for each agent, in their order.
     *
     * @throws IllegalArgumentException if there is not one for each
     */
    public static Play of(StatelessGame game, List<? extends Learner> learners) {
        if (learners.size() != game.agents()) {
            throw new IllegalArgumentException(game.name() + " has " + game.agents() + " agents, but " + learners.size()
                    + " learners were given; give one for each.");
        }
        return new Play(game, List.copyOf(learners));
    }

    /**
     * How many rounds; 1 unless said.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Play rounds(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Say 1 or more rounds, not " + count + ".");
        }
        rounds = count;
        return this;
    }

    /** The run's seed; 0 unless said. */
    public Play seed(long value) {
        seed = value;
        return this;
    }

    /** Shows progress under this name; nothing is shown unless said. */
    public Play progress(String shown) {
        name = Optional.of(shown);
        return this;
    }

    /**
     * Does something after each {@code count} rounds; it is given the number of rounds played so far.
     *
     * @throws IllegalArgumentException if the count is below 1
     */
    public Play every(int count, LongConsumer action) {
        if (count < 1) {
            throw new IllegalArgumentException("Say every 1 or more rounds, not every " + count + ".");
        }
        every = count;
        then = action;
        return this;
    }

    /**
     * Plays all rounds.
     *
     * @throws IllegalArgumentException if a learner picks an action that is not there
     */
    public Plays run() {
        int n = learners.size();
        Rng gameChance = Rng.of(seed, "play game", 0);
        Rng[] chance = new Rng[n];
        boolean[][] legal = new boolean[n][];
        for (int i = 0; i < n; i++) {
            chance[i] = Rng.of(seed, "play agent " + i, 0);
            legal[i] = new boolean[game.actions(i)];
            Arrays.fill(legal[i], true);
        }
        double[] seen = new double[n];
        Arrays.fill(seen, -1);
        int[] actions = new int[n];
        double[][] payoffs = new double[rounds][];
        int[][] joints = new int[rounds][];
        Progress progress = name.map(shown -> Progress.named(shown, rounds)).orElseGet(Progress::silent);
        progress.start();
        try {
            for (int t = 0; t < rounds; t++) {
                for (int i = 0; i < n; i++) {
                    learners.get(i).startEpisode(t);
                    actions[i] = learners.get(i).act(seen, legal[i], chance[i]);
                }
                double[] paid = game.play(gameChance, actions);
                double[] next = new double[n];
                for (int i = 0; i < n; i++) {
                    next[i] = actions[i];
                }
                for (int i = 0; i < n; i++) {
                    learners.get(i).learn(new Transition(seen, actions[i], paid[i], next, legal[i], true, false));
                }
                seen = next;
                payoffs[t] = paid;
                joints[t] = actions.clone();
                if ((t + 1) % every == 0) {
                    then.accept(t + 1L);
                }
                if (t % CHECK_EVERY == 0 && Thread.interrupted()) {
                    throw new CancellationException(game.name() + ": stopped by you after " + t + " rounds.");
                }
                progress.step();
            }
        } finally {
            progress.done();
        }
        for (int i = 0; i < n; i++) {
            Policy greedy = learners.get(i).greedy();
            actions[i] = greedy.act(seen, legal[i], chance[i]);
        }
        return new Plays(payoffs, joints, actions, game.payoffs(actions));
    }
}
