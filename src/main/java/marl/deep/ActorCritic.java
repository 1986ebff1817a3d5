package marl.deep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.agent.Policy;
import marl.env.GameBatch;
import marl.env.MarkovGame;
import marl.nn.Optimiser;
import marl.nn.Parameters;
import marl.random.Require;
import marl.random.Rng;

/**
 * Learns on policy, a batch of experience at a time: REINFORCE, actor-critic, PPO (Schulman et al. 2017), and for teams IPPO
 * (de Witt et al. 2020) with a local critic and MAPPO (Yu et al. 2022) with a central one. Which of them it is, the settings say.
 *
 * <p>A batch is {@code worlds} copies of the game, played for {@code steps} steps each; an episode that ends begins again at once.
 * Rewards of agents are their own: a team's common reward is up to the game. Work is done in two parts, each with half of the
 * worlds and of every minibatch, on one thread or two, with the same bits.
 *
 * <p>Awkward: it plays its own worlds, so it is no {@code Learner} of the run loops; and batches are made of whole steps of all
 * worlds, so {@link #steps} counts in multiples of {@code worlds * steps}.
 */
public final class ActorCritic {
    private final MarkovGame game;
    private final ActorCriticSettings settings;
    private final ActorCriticNets nets;
    private final Optimiser optimiser;
    private final List<RolloutPart> players = new ArrayList<>();
    private final List<GradientPart> gradients = new ArrayList<>();
    private final Rollout rollout;
    private final ValueScale scale;
    private final Rng shuffling;
    private final int[][] order;
    private long steps;

    ActorCritic(MarkovGame game, ActorCriticSettings settings) {
        this.game = game.copy();
        this.settings = settings;
        RowWriter writer = RowWriter.of(GameBatch.of(game, 0, 1), settings);
        nets = ActorCriticNets.of(game, settings, writer.inputSize(), writer.criticInputSize());
        optimiser = Optimiser.adam(settings.learningRate(), nets);
        if (Double.isFinite(settings.clipNorm())) {
            optimiser.clipNorm(settings.clipNorm());
        }
        int half = (settings.worlds() + 1) / 2;
        players.add(new RolloutPart(game, settings, nets, 0, half));
        if (half < settings.worlds()) {
            players.add(new RolloutPart(game, settings, nets, half, settings.worlds() - half));
        }
        gradients.add(new GradientPart(settings, nets));
        gradients.add(new GradientPart(settings, nets));
        RolloutPart any = players.get(0);
        rollout = new Rollout(
                settings.worlds(),
                settings.steps(),
                game.agents(),
                writer.inputSize(),
                writer.stateInputSize(),
                any.actionSize(),
                any.legalSize());
        scale = new ValueScale(settings.scaleValues());
        shuffling = Rng.of(settings.seed(), "minibatches", 0);
        order = new int[nets.groups()][];
        for (int group = 0; group < order.length; group++) {
            order[group] = rowsOf(group);
            Require.that(
                    order[group].length >= settings.minibatches(),
                    "A batch of " + order[group].length + " rows cannot be cut into " + settings.minibatches()
                            + " minibatches; take more worlds, more steps or fewer minibatches.");
        }
    }

    /** Begins the settings of a learner for all agents of a game, with those of PPO; the seed must be given. */
    public static ActorCriticBuilder of(MarkovGame game) {
        return new ActorCriticBuilder(game);
    }

    private int[] rowsOf(int group) {
        int[] rows = new int[rollout.rows() / nets.groups()];
        Arrays.setAll(rows, i -> i * nets.groups() + group);
        return rows;
    }

    /**
     * Plays one batch and learns from it.
     *
     * @return the mean return of the episodes that ended in it, as the mean over the agents; NaN if none did
     * @throws IllegalStateException if the loss is not a finite number
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public double iterate() {
        try (Hands hands = new Hands(settings.threads())) {
            return iterate(hands);
        }
    }

    /**
     * Plays and learns until so many steps of all worlds together have been played in all.
     *
     * @return the mean returns of the batches, in their order; a batch in which no episode ended repeats the one before
     */
    public double[] train(long untilSteps) {
        List<Double> means = new ArrayList<>();
        double latest = Double.NaN;
        try (Hands hands = new Hands(settings.threads())) {
            while (steps < untilSteps) {
                double mean = iterate(hands);
                latest = Double.isNaN(mean) ? latest : mean;
                means.add(latest);
            }
        }
        return means.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double iterate(Hands hands) {
        collect(hands);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            for (int[] rows : order) {
                shuffling.shuffle(rows);
            }
            for (int part = 0; part < settings.minibatches(); part++) {
                update(part, hands);
            }
        }
        double sum = 0;
        double count = 0;
        for (RolloutPart player : players) {
            double[] finished = player.takeFinished();
            sum += finished[0];
            count += finished[1];
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    void collect(Hands hands) {
        hands.run(
                players.size(),
                part -> players.get(part).play(rollout, nets, scale, settings.gamma(), settings.lambda()));
        steps += (long) settings.worlds() * settings.steps();
        if (settings.scaleAdvantages()) {
            rollout.scaleAdvantages();
        }
        scale.see(rollout.returns);
    }

    /** One step of the optimiser, on one of the minibatches of this order: two gradients, added in a fixed order. */
    void update(int minibatch, Hands hands) {
        int[][][] slices = new int[gradients.size()][order.length][];
        int all = 0;
        for (int group = 0; group < order.length; group++) {
            int from = (int) ((long) order[group].length * minibatch / settings.minibatches());
            int to = (int) ((long) order[group].length * (minibatch + 1) / settings.minibatches());
            int middle = (from + to) / 2;
            slices[0][group] = new int[] {from, middle};
            slices[1][group] = new int[] {middle, to};
            all += to - from;
        }
        int rows = all;
        hands.run(
                gradients.size(), part -> gradients.get(part).compute(rollout, nets, order, slices[part], rows, scale));
        optimiser.zeroGradients();
        for (GradientPart part : gradients) {
            List<Parameters> own = nets.parameters();
            List<Parameters> computed = part.nets().parameters();
            for (int i = 0; i < own.size(); i++) {
                own.get(i).addGradients(computed.get(i));
            }
        }
        optimiser.step();
    }

    /**
     * Writes the weights of all actors and critics to a file; an older one stays whole until the new one is. What the optimiser
     * remembers is not kept.
     *
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public void save(Path file) {
        nets.save(file);
    }

    /**
     * Reads weights that {@link #save} wrote.
     *
     * @throws IllegalArgumentException if the file is damaged or foreign, or from a team of another number of agents, other
     *     networks or another critic; then nothing is changed
     */
    public void load(Path file) {
        nets.load(file);
    }

    Rollout rollout() {
        return rollout;
    }

    ActorCriticNets nets() {
        return nets;
    }

    /** Steps played so far, of all worlds together: what papers call environment steps. */
    public long steps() {
        return steps;
    }

    /** The settings it was built with. */
    public ActorCriticSettings settings() {
        return settings;
    }

    /**
     * An agent's policy as it is now, drawing its actions; learning on does not change it. It serves one thread.
     *
     * @throws IllegalArgumentException if there is no such agent
     * @throws IllegalStateException if the game takes controls; use {@link #play}
     */
    public Policy policy(int agent) {
        return new ActorPolicy(nets.copy(), game, settings, agent, false);
    }

    /** The same, taking the most likely action. */
    public Policy greedy(int agent) {
        return new ActorPolicy(nets.copy(), game, settings, agent, true);
    }

    /**
     * Plays whole episodes with the policies as they are now and learns nothing.
     *
     * @param episodes how many
     * @param seed of worlds and actions
     * @param greedy whether the most likely actions are taken instead of drawn ones
     * @return the return of each episode, as the mean over the agents
     * @throws IllegalArgumentException if there is no episode
     */
    public double[] play(int episodes, long seed, boolean greedy) {
        return new ActorEpisodes(nets.copy(), game, settings).play(episodes, seed, greedy);
    }
}
