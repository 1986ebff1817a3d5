package marl.env;

import java.util.Arrays;
import marl.game.StageGame;
import marl.random.Rng;

/**
 * A stage game as a Markov game with a single state: the joint action decides what is paid, by chance or not, and nothing
 * else.
 *
 * <p>Each agent sees what everybody did in the round before, one coordinate for each agent in their order; -1 before the
 * first round. A learner without memory ignores it ({@link ObservationIndex#single}); a joint-action learner needs it.
 *
 * <p>One round is an episode, and its end <b>terminates</b>; {@link #rounds} plays more of them and <b>truncates</b>.
 */
public final class StatelessGame implements MarkovGame {
    private final StageGame game;
    private final int rounds;
    private final int[] sizes;
    private final double[] last;
    private final Space observationSpace;
    private final EpisodeClock clock;
    private Rng rng;

    private StatelessGame(StageGame game, int rounds, double[] last, EpisodeClock clock, Rng rng) {
        this.game = game;
        this.rounds = rounds;
        this.sizes = new int[game.players()];
        this.last = last;
        this.clock = clock;
        this.rng = rng;
        double[] high = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = game.actions(i);
            high[i] = sizes[i] - 1;
        }
        double[] low = new double[sizes.length];
        Arrays.fill(low, -1);
        this.observationSpace = new Space.Box(low, high);
    }

    /** This game, one round in an episode. */
    public static StatelessGame of(StageGame game) {
        return of(game, 1);
    }

    private static StatelessGame of(StageGame game, int rounds) {
        return new StatelessGame(
                game, rounds, new double[game.players()], new EpisodeClock(game.name(), rounds), Rng.of(0));
    }

    /**
     * The same with this many rounds in an episode.
     *
     * @throws IllegalArgumentException unless there is at least one
     */
    public StatelessGame rounds(int count) {
        return of(game, count);
    }

    /**
     * Plays one round outside of any episode: what every agent is paid, a new array.
     *
     * @throws IllegalArgumentException if there is no such joint action
     */
    public double[] play(Rng chance, int... joint) {
        return game.play(chance, joint);
    }

    /** What every agent is paid for a joint action, on average where chance has a say; a new array. */
    public double[] payoffs(int... joint) {
        return game.payoffs(joint);
    }

    @Override
    public int agents() {
        return sizes.length;
    }

    @Override
    public Space observationSpace(int agent) {
        return observationSpace;
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(sizes[agent]);
    }

    @Override
    public int actions(int agent) {
        return sizes[agent];
    }

    @Override
    public double[][] reset(long seed) {
        if (game.stochastic()) {
            rng = Rng.of(seed);
        }
        Arrays.fill(last, -1);
        clock.start();
        return observations();
    }

    @Override
    public Step step(JointAction action) {
        int[] actions = Actions.discrete(name(), action, sizes);
        clock.requireRunning();
        double[] rewards = game.play(rng, actions.clone());
        for (int i = 0; i < last.length; i++) {
            last[i] = actions[i];
        }
        boolean truncated = clock.tick(rounds == 1);
        return new Step(observations(), rewards, rounds == 1, truncated);
    }

    private double[][] observations() {
        double[][] seen = new double[last.length][];
        Arrays.setAll(seen, i -> last.clone());
        return seen;
    }

    /** What everybody did in the round before. */
    @Override
    public double[] state() {
        clock.requireStarted();
        return last.clone();
    }

    /** The game of one round. */
    public StageGame game() {
        return game;
    }

    @Override
    public StatelessGame copy() {
        return new StatelessGame(game, rounds, last.clone(), clock.copy(), rng.copy());
    }

    @Override
    public String name() {
        return game.name();
    }

    @Override
    public String toString() {
        return name();
    }
}
