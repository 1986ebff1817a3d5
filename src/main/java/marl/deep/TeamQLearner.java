package marl.deep;

import java.util.ArrayList;
import java.util.List;
import marl.agent.JointTransition;
import marl.agent.Policy;
import marl.agent.TeamLearner;
import marl.env.MarkovGame;
import marl.random.Rng;

/**
 * A team whose agents' values are mixed into one total, and trained end to end on the total's temporal-difference error:
 * VDN (Sunehag et al. 2018) with a sum, QMIX (Rashid et al. 2018) with a monotonic mixer, weighted QMIX (Rashid et al.
 * 2020) with weights on the errors. The mixer is for training; each agent acts on its own values.
 *
 * <p>A terminated step drops the bootstrap, a truncated one keeps it. Next actions are chosen among the legal ones.
 * Weighted QMIX with a central rule also takes the best joint action among those that were legal.
 *
 * <p>With {@link TeamQSettings.Builder#memory} the agents are recurrent, as the papers' are, and learn from whole episodes that
 * begin with a hidden state of zeros. Awkward: actors follow the networks as they learn, and serve the learner's thread; a
 * policy with a memory plays one game at a time, and who plays it calls {@link Policy#begin} at the start of an episode.
 */
public final class TeamQLearner implements TeamLearner {

    private final TeamQSettings settings;
    private final TeamShape shape;
    private final TeamCore core;
    private final List<Actor> actors = new ArrayList<>();
    private double epsilon;

    TeamQLearner(TeamQSettings settings, TeamShape shape) {
        this.settings = settings;
        this.shape = shape;
        this.core = new TeamCore(settings, shape);
        for (int agent = 0; agent < shape.agents(); agent++) {
            actors.add(new Actor(seat(core.nets().network(agent), agent)));
        }
        startEpisode(0);
    }

    /**
     * Begins the settings of a team; gamma, epsilon and seed must be given. Its mixer is a sum, a value decomposition
     * network, unless said.
     *
     * @param game says how many agents there are, what they see and do, and how long the state is; it is not played
     * @throws IllegalArgumentException if the agents have different numbers of actions or inputs, or continuous controls
     */
    public static TeamQSettings.Builder of(MarkovGame game) {
        return new TeamQSettings.Builder(game);
    }

    @Override
    public int agents() {
        return shape.agents();
    }

    /** An episode begins. What an unfinished one left in a replay of episodes is dropped; actors forget the last one. */
    @Override
    public void startEpisode(long episode) {
        epsilon = settings.epsilon().at(episode);
        core.startEpisode();
        actors.forEach(Actor::begin);
    }

    /** An agent that explores. */
    private final class Actor implements Policy {
        private final Seat seat;

        Actor(Seat seat) {
            this.seat = seat;
        }

        @Override
        public int act(double[] observation, boolean[] legal, Rng rng) {
            return seat.explore(observation, legal, rng, epsilon);
        }

        @Override
        public void begin() {
            seat.begin();
        }
    }

    @Override
    public Policy actor(int agent) {
        return actors.get(agent);
    }

    @Override
    public void learn(JointTransition transition) {
        core.learn(transition);
    }

    @Override
    public Policy greedy(int agent) {
        return seat(core.nets().network(agent).copy(), agent);
    }

    private Seat seat(AgentNetwork network, int agent) {
        return new Seat(network, shape.encodings().get(agent), shape.actions(), shape.lastAction());
    }

    /**
     * One agent's values, which nobody else sees; only their order matters to it. With a memory those at the start of an
     * episode, when there is nothing to remember.
     *
     * @param agent which, from 0
     * @param observation what it sees
     * @return one for each action, a new array
     */
    public double[] values(int agent, double[] observation) {
        return seat(core.nets().network(agent), agent).values(observation);
    }

    /**
     * The team's value of a joint action, in the fixed order of {@link Mixer#total(double[], double[])}.
     *
     * @param observations what each agent sees, [agent][coordinate]
     * @param actions what each does, [agent]
     * @param state the state
     * @return the total
     * @throws IllegalArgumentException for wrong lengths
     */
    public double total(double[][] observations, int[] actions, double[] state) {
        if (observations.length != agents() || actions.length != agents()) {
            throw new IllegalArgumentException("This team has " + agents() + " agents, but got " + observations.length
                    + " observations and " + actions.length + " actions.");
        }
        double[] chosen = new double[agents()];
        for (int agent = 0; agent < chosen.length; agent++) {
            chosen[agent] = values(agent, observations[agent])[actions[agent]];
        }
        return mixer().total(chosen, state);
    }

    /**
     * The team's value of every joint action of two agents.
     *
     * @param observations what both see, [agent][coordinate]
     * @param state the state
     * @return [action of agent 0][action of agent 1], a new table
     * @throws IllegalArgumentException unless there are two agents, or for wrong lengths
     */
    public double[][] jointValues(double[][] observations, double[] state) {
        if (agents() != 2) {
            throw new IllegalArgumentException("A table is for two agents, but this team has " + agents() + ".");
        }
        double[][] table = new double[shape.actions()][shape.actions()];
        for (int a = 0; a < table.length; a++) {
            for (int b = 0; b < table.length; b++) {
                table[a][b] = total(observations, new int[] {a, b}, state);
            }
        }
        return table;
    }

    /** What makes the total, live. */
    public Mixer mixer() {
        return core.nets().mixer();
    }

    TeamCore core() {
        return core;
    }

    /** How many updates there were. */
    public long updates() {
        return core.updates();
    }

    /** The settings it was built with. */
    public TeamQSettings settings() {
        return settings;
    }
}
