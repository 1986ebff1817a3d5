package marl.deep;

import java.util.List;
import java.util.Optional;
import marl.env.JointAction;
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

    private final MarkovGame[] games;
    private final List<ObservationIndex> fields;
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
            MarkovGame[] games,
            List<ObservationIndex> fields,
            CommNet net,
            double learningRate,
            Optional<ExpectedReward> expected,
            Hearing hearing,
            long seed) {
        this.games = games;
        this.fields = fields;
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
        MarkovGame[] games = new MarkovGame[batch];
        for (int g = 0; g < batch; g++) {
            games[g] = game.copy();
        }
        return new OneStepTeam(games, List.copyOf(fields), net, learningRate, Optional.empty(), Hearing.OTHERS, seed);
    }

    /** The same, begun anew, with the gradient of the expected reward in place of samples. */
    public OneStepTeam expecting(ExpectedReward reward) {
        return new OneStepTeam(games, fields, net, learningRate, Optional.of(reward), hearing, seed);
    }

    /** The same, begun anew, with another hearing while it trains. */
    public OneStepTeam hearing(Hearing kind) {
        return new OneStepTeam(games, fields, net, learningRate, expected, kind, seed);
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
        int[] seen = draw();
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

    private int[] draw() {
        double[][][] observations = new double[games.length][][];
        for (int g = 0; g < games.length; g++) {
            observations[g] = games[g].reset(Rng.mix(seed, drawn++));
        }
        return numbered(observations);
    }

    /** What is seen as numbers of things, fields fastest, then agents. */
    private int[] numbered(double[][][] observations) {
        int[] seen = new int[observations.length * observations[0].length * fields.size()];
        int at = 0;
        for (double[][] game : observations) {
            for (double[] observation : game) {
                int before = 0;
                for (ObservationIndex field : fields) {
                    seen[at++] = before + field.of(observation);
                    before += field.size();
                }
            }
        }
        return seen;
    }

    private Tensor minusExpected(Tensor logits, ExpectedReward reward) {
        double[][] states = new double[games.length][];
        for (int g = 0; g < states.length; g++) {
            states[g] = games[g].state();
        }
        Tensor mean = reward.of(logits.softmax(), states).mean();
        lastReward = mean.item();
        return mean.times(-1);
    }

    private Tensor reinforce(Tape tape, Tensor logits) {
        int n = net.settings().agents();
        Tensor logProbabilities = logits.logSoftmax();
        double[] p = logProbabilities.detach().exp().numbers();
        Rng rng = Rng.of(seed, "actions", drawn);
        int[] actions = new int[games.length * n];
        double[] rewards = new double[games.length];
        double sum = 0;
        for (int g = 0; g < games.length; g++) {
            int[] joint = new int[n];
            for (int i = 0; i < n; i++) {
                joint[i] = sample(p, (g * n + i) * logits.columns(), logits.columns(), rng);
                actions[g * n + i] = joint[i];
            }
            rewards[g] = games[g].step(JointAction.of(joint)).rewards()[0];
            sum += rewards[g];
        }
        lastReward = sum / rewards.length;
        double[] advantages = new double[rewards.length];
        for (int g = 0; g < rewards.length; g++) {
            advantages[g] = rewards[g] - (sum - rewards[g]) / (rewards.length - 1);
        }
        Tensor joint = logProbabilities.gather(actions).reshape(games.length, n).rowSums();
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
        int n = net.settings().agents();
        Tape tape = Tape.of(net.precision());
        double sum = 0;
        int played = 0;
        while (played < count) {
            double[][][] observations = new double[games.length][][];
            MarkovGame[] fresh = new MarkovGame[games.length];
            for (int g = 0; g < fresh.length; g++) {
                fresh[g] = games[g].copy();
                observations[g] = fresh[g].reset(Rng.mix(evaluationSeed, "evaluation", played + g));
            }
            int[] best = net.apply(tape.restart(), numbered(observations), kind, false)
                    .logits()
                    .argmax();
            for (int g = 0; g < fresh.length; g++) {
                int[] joint = java.util.Arrays.copyOfRange(best, g * n, (g + 1) * n);
                sum += fresh[g].step(JointAction.of(joint)).rewards()[0];
            }
            played += fresh.length;
        }
        tape.release();
        return sum / played;
    }

    /** The network that is trained. */
    public CommNet net() {
        return net;
    }
}
