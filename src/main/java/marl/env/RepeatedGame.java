package marl.env;

import java.util.ArrayList;
import java.util.List;
import marl.game.MatrixGame;
import marl.random.Rng;

/**
 * A matrix game played again and again by players who remember the last round.
 *
 * <p>Every player sees the last joint action from its own side, as one index: its own action first, then the others' in
 * the order of the players. For two players that is {@code own * (actions of the other) + other}, so in a prisoner's
 * dilemma CC, CD, DC, DD are 0 .. 3 for <b>each</b> of them: what is CD for one is DC for the other. The start, before
 * any round, is the last index.
 *
 * <p>How it ends must be said: a {@link #horizon} <b>truncates</b>, because the game itself would go on; a {@link
 * #continuation} probability <b>terminates</b> by chance, which is worth as much as a discount factor. Both may be given.
 */
public final class RepeatedGame implements MarkovGame {
    private static final int UNSAID = 0;

    private final MatrixGame game;
    private final int horizon;
    private final double continuation;
    private final double noise;
    private final int[] sizes;
    private final double[][] payoffs;
    private final int[][] seen;
    private final Space observationSpace;
    private final EpisodeClock clock;
    private Rng rng;
    private int last;

    private RepeatedGame(MatrixGame game, int horizon, double continuation, double noise) {
        this.game = game;
        this.horizon = horizon;
        this.continuation = continuation;
        this.noise = noise;
        int players = game.players();
        int cells = game.jointActions();
        this.sizes = new int[players];
        this.payoffs = new double[players][cells + 1];
        this.seen = new int[players][cells + 1];
        for (int p = 0; p < players; p++) {
            sizes[p] = game.actions(p);
            for (int cell = 0; cell < cells; cell++) {
                int[] joint = game.joint(cell);
                payoffs[p][cell] = game.payoff(p, joint);
                seen[p][cell] = fromOwnSide(p, joint);
            }
            seen[p][cells] = cells;
        }
        this.observationSpace = new Space.Discrete(cells + 1);
        this.clock = new EpisodeClock(name(), horizon == UNSAID ? EpisodeClock.NO_LIMIT : horizon);
        this.rng = Rng.of(0);
    }

    private RepeatedGame(RepeatedGame other) {
        this.game = other.game;
        this.horizon = other.horizon;
        this.continuation = other.continuation;
        this.noise = other.noise;
        this.sizes = other.sizes;
        this.payoffs = other.payoffs;
        this.seen = other.seen;
        this.observationSpace = other.observationSpace;
        this.clock = other.clock.copy();
        this.rng = other.rng.copy();
        this.last = other.last;
    }

    /** This game repeated; say {@link #horizon} or {@link #continuation} before playing. */
    public static RepeatedGame of(MatrixGame game) {
        return new RepeatedGame(game, UNSAID, 1, 0);
    }

    /**
     * The same, truncated after this many rounds.
     *
     * @throws IllegalArgumentException unless there is at least one
     */
    public RepeatedGame horizon(int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException(
                    "A repeated game needs at least one round, but horizon = " + rounds + ".");
        }
        return new RepeatedGame(game, rounds, continuation, noise);
    }

    /**
     * The same, going on after each round with this probability and terminated otherwise.
     *
     * @throws IllegalArgumentException unless it is in [0, 1)
     */
    public RepeatedGame continuation(double probability) {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("A continuation probability is in [0, 1), but got " + probability
                    + "; for a fixed length say horizon.");
        }
        return new RepeatedGame(game, horizon, probability, noise);
    }

    /**
     * The same with trembling hands: each player's action comes out, with this probability, as one of its others, all of
     * them equally likely. Players see what came out.
     *
     * @throws IllegalArgumentException unless it is in [0, 1], or if a player has no other action
     */
    public RepeatedGame noise(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Noise is a probability, but got " + probability + ".");
        }
        for (int size : sizes) {
            if (size < 2) {
                throw new IllegalArgumentException("A player with a single action cannot slip; leave the noise away.");
            }
        }
        return new RepeatedGame(game, horizon, continuation, probability);
    }

    private int fromOwnSide(int player, int... joint) {
        int index = joint[player];
        for (int p = 0; p < joint.length; p++) {
            if (p != player) {
                index = index * game.actions(p) + joint[p];
            }
        }
        return index;
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
        if (horizon == UNSAID && continuation == 1) {
            throw new IllegalStateException(
                    "Nothing says when this game ends; add .horizon(rounds) or .continuation(probability).");
        }
        if (continuation < 1 || noise > 0) {
            rng = Rng.of(seed);
        }
        last = game.jointActions();
        clock.start();
        return observations();
    }

    @Override
    public Step step(JointAction action) {
        int[] actions = Actions.discrete(name(), action, sizes);
        clock.requireRunning();
        int cell = 0;
        for (int p = 0; p < sizes.length; p++) {
            int out = actions[p];
            if (noise > 0 && rng.bernoulli(noise)) {
                out = (out + 1 + rng.below(sizes[p] - 1)) % sizes[p];
            }
            cell = cell * sizes[p] + out;
        }
        last = cell;
        double[] rewards = new double[sizes.length];
        for (int p = 0; p < sizes.length; p++) {
            rewards[p] = payoffs[p][cell];
        }
        boolean terminated = continuation < 1 && rng.uniform() >= continuation;
        boolean truncated = clock.tick(terminated);
        return new Step(observations(), rewards, terminated, truncated);
    }

    private double[][] observations() {
        double[][] observations = new double[sizes.length][];
        for (int p = 0; p < sizes.length; p++) {
            observations[p] = new double[] {seen[p][last]};
        }
        return observations;
    }

    /** The last joint action from player 0's side, as one index. */
    @Override
    public double[] state() {
        clock.requireStarted();
        return new double[] {seen[0][last]};
    }

    /** The index of the start, before any round: the number of joint actions. */
    public int start() {
        return game.jointActions();
    }

    /** What the observations of a player mean, in the order of their indices, such as "cooperate defect"; own action first. */
    public List<String> observationNames(int agent) {
        String[] names = new String[start() + 1];
        for (int cell = 0; cell < start(); cell++) {
            int[] joint = game.joint(cell);
            List<String> words = new ArrayList<>();
            words.add(game.actionNames(agent).get(joint[agent]));
            for (int p = 0; p < joint.length; p++) {
                if (p != agent) {
                    words.add(game.actionNames(p).get(joint[p]));
                }
            }
            names[seen[agent][cell]] = String.join(" ", words);
        }
        names[start()] = "start";
        return List.of(names);
    }

    /** The numbering of its observations, for a table. */
    public ObservationIndex index() {
        return ObservationIndex.discrete(start() + 1);
    }

    /** The game of one round. */
    public MatrixGame game() {
        return game;
    }

    @Override
    public RepeatedGame copy() {
        return new RepeatedGame(this);
    }

    @Override
    public String name() {
        return "Repeated " + game.name();
    }

    @Override
    public String toString() {
        return name();
    }
}
