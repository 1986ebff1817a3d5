package marl.deep;

import java.util.Arrays;
import marl.agent.JointTransition;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.Transition;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.nn.Optimiser;
import marl.random.Require;
import marl.random.Rng;
import marl.replay.EpisodeReplay;
import marl.replay.ReplayShape;

/**
 * A deep Q-learner with a memory: deep recurrent Q-networks (Hausknecht and Stone 2015), here with a gated recurrent unit
 * where the paper has an LSTM. It learns from sequences, after every episode; {@link SequenceStart} says from which.
 *
 * <pre>{@code
 * DrqnLearner learner = DrqnLearner.of(game, 0).memory(16).gamma(0.9).seed(7).build();
 * }</pre>
 *
 * <p>A terminated step drops the bootstrap, a truncated one keeps it. Awkward: an episode must be brought to its end to be learned
 * from; and its policies remember, so each plays one game at a time and is told of the start of an episode with {@link #begin}.
 */
public final class DrqnLearner implements Learner {
    private static final int NOTHING = -1;

    private final DrqnSettings settings;
    private final Encoding encoding;
    private final int actions;
    private final AgentNetwork network;
    private final AgentNetwork target;
    private final DrqnLoss loss;
    private final Optimiser optimiser;
    private final EpisodeReplay replay;
    private final Rng sampling;
    private final Seat seat;
    private final double[] seen;
    private final double[] next;
    private final double[] state;
    private final boolean stores;
    private int last = NOTHING;
    private double epsilon;

    DrqnLearner(DrqnSettings settings, Encoding encoding, int actions) {
        this.settings = settings;
        this.encoding = encoding;
        this.actions = actions;
        int inputs = encoding.inputs() + (settings.memory().lastAction() ? actions : 0);
        network = AgentNetwork.of(
                LayerSizes.of(inputs, settings.hidden(), actions),
                settings.memory(),
                settings.precision(),
                Rng.of(settings.seed(), "weights", 0));
        target = network.copy();
        loss = new DrqnLoss(settings, network, target);
        optimiser = Optimiser.adam(settings.learningRate(), network);
        if (Double.isFinite(settings.clipNorm())) {
            optimiser.clipNorm(settings.clipNorm());
        }
        stores = settings.start() instanceof SequenceStart.Stored;
        state = new double[stores ? network.units() : 0];
        replay = EpisodeReplay.of(
                settings.precision(),
                settings.replay().capacity(),
                ReplayShape.of(1, inputs).withMasks(actions).withState(state.length));
        sampling = Rng.of(settings.seed(), "replay", 0);
        seat = seat(network);
        seen = new double[inputs];
        next = new double[inputs];
        startEpisode(0);
    }

    /**
     * Begins the settings of the learner of one agent; the seed must be given.
     *
     * @param game says what the agent sees and does; it is not played
     * @param agent which, from 0
     * @throws IllegalArgumentException if there is no such agent or it has continuous controls
     */
    public static DrqnSettings.Builder of(MarkovGame game, int agent) {
        Require.that(
                agent >= 0 && agent < game.agents(),
                game.name() + " has agents 0 to " + (game.agents() - 1) + ", but not " + agent + ".");
        Require.that(
                game.actionSpace(agent) instanceof Space.Discrete,
                "Agent " + agent + " of " + game.name()
                        + " has continuous controls, but a recurrent Q-learner picks one of several actions.");
        return of(Encoding.of(game.observationSpace(agent)), game.actions(agent));
    }

    /**
     * Begins the settings of a learner; the seed must be given.
     *
     * @param encoding what its network sees of an observation
     * @param actions how many actions it has
     * @throws IllegalArgumentException if there is no action
     */
    public static DrqnSettings.Builder of(Encoding encoding, int actions) {
        return new DrqnSettings.Builder(encoding, actions);
    }

    private Seat seat(AgentNetwork of) {
        return new Seat(of, encoding, actions, settings.memory().lastAction());
    }

    /** An episode begins: it forgets the last one, also what of an unfinished one waited to be learned. */
    @Override
    public void startEpisode(long episode) {
        epsilon = settings.epsilon().at(episode);
        replay.dropEpisode();
        forget();
        begin();
    }

    private void forget() {
        last = NOTHING;
        Arrays.fill(state, 0);
    }

    /** What it remembers for acting is forgotten. */
    @Override
    public void begin() {
        seat.begin();
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        return seat.explore(observation, legal, rng, epsilon);
    }

    /**
     * Takes a step of the episode under way; learns if that ends it and there are enough.
     *
     * @throws IllegalArgumentException for an observation or an action that is not of its world
     */
    @Override
    public void learn(Transition t) {
        Require.that(
                t.action() >= 0 && t.action() < actions,
                "This learner takes one of " + actions + " actions, not " + t.action() + ".");
        boolean lastAction = settings.memory().lastAction();
        Seat.write(encoding, lastAction, t.observation(), last, seen);
        Seat.write(encoding, lastAction, t.nextObservation(), t.action(), next);
        double[] before = state.clone();
        if (stores) {
            network.values(seen, state, new double[actions]);
        }
        boolean[][] nextLegal = t.nextLegal().length == 0 ? new boolean[0][] : new boolean[][] {t.nextLegal()};
        replay.add(new JointTransition(
                before,
                new double[][] {seen},
                new boolean[0][],
                new int[] {t.action()},
                t.reward(),
                state,
                new double[][] {next},
                nextLegal,
                t.terminated(),
                t.truncated()));
        last = t.action();
        if (t.terminated() || t.truncated()) {
            replay.endEpisode();
            forget();
            if (replay.size() >= settings.replay().batch()) {
                update();
            }
        }
    }

    private void update() {
        optimiser.minimise(tape -> loss.of(tape, DrqnLoss.draw(settings, replay, sampling)));
        if (optimiser.steps() % settings.targetEvery() == 0) {
            target.copyFrom(network);
        }
    }

    /** The greedy policy as it is now, with a memory of its own; learning on does not change it. */
    @Override
    public Policy greedy() {
        return seat(network.copy());
    }

    /**
     * The value of each action at the start of an episode, when there is nothing to remember.
     *
     * @param observation what the agent sees
     * @return a new array
     */
    public double[] values(double[] observation) {
        return seat(network).values(observation);
    }

    /** How many updates there were. */
    public long updates() {
        return optimiser.steps();
    }

    /** The settings it was built with. */
    public DrqnSettings settings() {
        return settings;
    }
}
