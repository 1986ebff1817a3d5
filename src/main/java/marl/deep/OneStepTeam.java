package marl.deep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import marl.env.MarkovGame;
import marl.env.ObservationIndex;
import marl.nn.Losses;
import marl.nn.Optimiser;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Require;
import marl.random.Rng;

/**
 * Trains a {@link CommNet} in a game of one step by the policy gradient, a batch of fresh games at a time.
 *
 * <p>Without more said it is REINFORCE (Williams 1992): actions are sampled, and the log-probabilities of what all agents of a game did
 * are moved by its reward minus the mean reward of the batch's other games. With {@link #expecting} the gradient is that of the expected
 * reward itself, which a few games know in closed form. In the levers that is what makes it quick: a sampled joint reward says little
 * about a single lever, the expectation weighs all 3,125 joint pulls at once, so that batches may be small and steps large.
 *
 * <p>The state is used for training only. Same seed, same bits. Serves one thread.
 */
public final class OneStepTeam {
    private static final double LEAST_RATE = 1 / 30.0;

    private final OneStepGames games;
    private final CommNet net;
    private final Optimiser optimiser;
    private final Optional<ExpectedReward> expected;
    private final Hearing hearing;
    private final long seed;
    private double learningRate;
    private double entropy;
    private long drawn;
    private double lastReward;

    private OneStepTeam(
            OneStepGames games,
            CommNet net,
            double learningRate,
            Optional<ExpectedReward> expected,
            Hearing hearing,
            long seed) {
        this.games = games;
        this.net = net;
        this.expected = expected;
        this.hearing = hearing;
        this.seed = seed;
        this.learningRate = learningRate;
        optimiser = Optimiser.adam(learningRate, net);
    }

    /**
     * A training of this network, which it changes, with REINFORCE and Adam.
     *
     * @param game a game of one step, played in copies
     * @param index numbers what an agent sees, the same way for each
     * @param batch how many games for each update, at least 2
     * @throws IllegalArgumentException if the network was built for another game, or the batch is smaller
     */
    public static OneStepTeam of(
            MarkovGame game, ObservationIndex index, CommNet net, int batch, double learningRate, long seed) {
        return of(game, List.of(index), net, batch, learningRate, seed);
    }

    /**
     * The same where an agent sees several things at once.
     *
     * @param fields numbers each of them, the same way for each agent; the network's things are all of the first field, then all of the
     *     second, and so on
     * @throws IllegalArgumentException as {@link #of(MarkovGame, ObservationIndex, CommNet, int, double, long)} does
     */
    public static OneStepTeam of(
            MarkovGame game, List<ObservationIndex> fields, CommNet net, int batch, double learningRate, long seed) {
        int things = fields.stream().mapToInt(ObservationIndex::size).sum();
        CommNetSettings built = net.settings();
        Require.that(
                built.agents() == game.agents()
                        && built.actions() == game.actions(0)
                        && built.fields() == fields.size()
                        && built.things() == things,
                "This network is for " + built.agents() + " agents with " + built.actions() + " actions who see "
                        + built.fields() + " of " + built.things() + ", but " + game.name() + " has " + game.agents()
                        + " with "
                        + game.actions(0) + " who see " + fields.size() + " of " + things + ".");
        Require.that(batch >= 2, "A batch needs two games or more to compare rewards, not " + batch + ".");
        OneStepGames games = new OneStepGames(game, fields, batch);
        return new OneStepTeam(games, net, learningRate, Optional.empty(), Hearing.OTHERS, seed);
    }

    /** The same, begun anew, with the gradient of the expected reward in place of samples. */
    public OneStepTeam expecting(ExpectedReward reward) {
        return new OneStepTeam(games, net, learningRate, Optional.of(reward), hearing, seed).entropy(entropy);
    }

    /** The same, begun anew, with another hearing while it trains. */
    public OneStepTeam hearing(Hearing kind) {
        return new OneStepTeam(games, net, learningRate, expected, kind, seed).entropy(entropy);
    }

    /**
     * Pays for undecided policies from the next update on: this weight times the mean entropy in nats. Where an agent is sure and wrong,
     * the policy gradient all but vanishes, and it stays wrong; a little entropy keeps it from being so sure. 0 unless said.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public OneStepTeam entropy(double weight) {
        Require.that(weight >= 0, "A weight of the entropy is 0 or more, not " + weight + ".");
        entropy = weight;
        return this;
    }

    /** Changes the learning rate from the next update on. */
    public void learningRate(double rate) {
        optimiser.learningRate(rate);
        learningRate = rate;
    }

    /** One update. Returns the mean reward of its batch: expected, or of the actions drawn. */
    public double update() {
        int[] seen = games.begin(seed, "game", drawn);
        drawn += games.count();
        optimiser.minimise(tape -> {
            Tensor logits = net.apply(tape, seen, hearing, false).logits();
            Tensor loss = expected.isPresent() ? minusExpected(logits, expected.get()) : reinforce(tape, logits);
            return entropy == 0
                    ? loss
                    : loss.minus(Losses.entropy(logits.logSoftmax()).times(entropy));
        });
        return lastReward;
    }

    /**
     * Many updates. The learning rate stays for three fifths of them and then falls in a straight line to a thirtieth, which lets the
     * network settle.
     *
     * @return the mean reward over the last tenth of the updates
     * @throws IllegalArgumentException if there are fewer than 10
     */
    public double run(int updates) {
        Require.that(updates >= 10, "A run has at least 10 updates, not " + updates + ".");
        double first = learningRate;
        double sum = 0;
        int last = updates / 10;
        for (int k = 0; k < updates; k++) {
            double left = (updates - k) / (0.4 * updates);
            optimiser.learningRate(first * Math.min(1, Math.max(LEAST_RATE, left)));
            double reward = update();
            sum += k >= updates - last ? reward : 0;
        }
        optimiser.learningRate(first);
        return sum / last;
    }

    private Tensor minusExpected(Tensor logits, ExpectedReward reward) {
        Tensor mean = reward.of(logits.softmax(), games.states()).mean();
        lastReward = mean.item();
        return mean.times(-1);
    }

    private Tensor reinforce(Tape tape, Tensor logits) {
        Tensor logProbabilities = logits.logSoftmax();
        double[] p = logProbabilities.detach().exp().numbers();
        Rng rng = Rng.of(seed, "actions", drawn);
        int[] actions = new int[logits.rows()];
        for (int row = 0; row < actions.length; row++) {
            actions[row] = sample(p, row * logits.columns(), logits.columns(), rng);
        }
        double[] rewards = games.rewards(actions);
        double sum = Arrays.stream(rewards).sum();
        lastReward = sum / rewards.length;
        double[] advantages = new double[rewards.length];
        Arrays.setAll(advantages, g -> rewards[g] - (sum - rewards[g]) / (rewards.length - 1));
        Tensor joint = logProbabilities
                .gather(actions)
                .reshape(rewards.length, net.settings().agents())
                .rowSums();
        return Losses.policyGradient(joint, tape.column(advantages));
    }

    /** Single precision does not sum to 1 exactly, so the last action takes what is left. */
    private static int sample(double[] p, int at, int actions, Rng rng) {
        double left = rng.uniform();
        for (int a = 0; a < actions - 1; a++) {
            left -= p[at + a];
            if (left < 0) {
                return a;
            }
        }
        return actions - 1;
    }

    /**
     * What the team earns with its most likely actions: the mean reward over fresh games.
     *
     * @param count how many games, rounded up to whole batches
     * @param kind whom agents hear
     * @param evaluationSeed draws the games
     */
    public double greedy(int count, Hearing kind, long evaluationSeed) {
        Tape tape = Tape.of(net.precision());
        OneStepGames fresh = games.copy();
        double sum = 0;
        int played = 0;
        while (played < count) {
            int[] seen = fresh.begin(evaluationSeed, "evaluation", played);
            int[] best = net.apply(tape.restart(), seen, kind, false).logits().argmax();
            sum += Arrays.stream(fresh.rewards(best)).sum();
            played += fresh.count();
        }
        tape.release();
        return sum / played;
    }

    /** The network that is trained. */
    public CommNet net() {
        return net;
    }
}
