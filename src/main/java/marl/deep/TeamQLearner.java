package marl.deep;

import java.util.ArrayList;
import java.util.List;
import marl.agent.JointTransition;
import marl.agent.Policy;
import marl.agent.TeamLearner;
import marl.env.MarkovGame;
import marl.nn.Mlp;
import marl.random.Rng;

/**
 * A team whose agents' values are mixed into one total, and trained end to end on the total's temporal-difference error:
 * VDN (Sunehag et al. 2018) with a sum, QMIX (Rashid et al. 2018) with a monotonic mixer, weighted QMIX (Rashid et al.
 * 2020) with weights on the errors. The mixer is for training; each agent acts on its own values.
 *
 * <p>A terminated step drops the bootstrap, a truncated one keeps it. Next actions are chosen among the legal ones.
 * Awkward: in weighted QMIX with a central rule the best joint action is taken over all actions, since a transition does
 * not say what was legal before it. Actors follow the networks as they learn, and serve the learner's thread.
 */
public final class TeamQLearner implements TeamLearner {

    private final TeamQSettings settings;
    private final TeamShape shape;
    private final TeamCore core;
    private final List<Policy> actors = new ArrayList<>();
    private double epsilon;

    TeamQLearner(TeamQSettings settings, TeamShape shape) {
        this.settings = settings;
        this.shape = shape;
        this.core = new TeamCore(settings, shape);
        for (int agent = 0; agent < shape.agents(); agent++) {
            Policy best = best(core.nets().network(agent), shape.encodings().get(agent));
            actors.add((observation, legal, rng) ->
                    rng.bernoulli(epsilon) ? Policy.anyLegal(legal, rng) : best.act(observation, legal, rng));
        }
        startEpisode(0);
    }

    /**
     * Begins the settings of a value decomposition network: the total is a sum.
     *
     * @param game says how many agents there are, what they see and do, and how long the state is; it is not played
     * @throws IllegalArgumentException if the agents have different numbers of actions or inputs, or continuous controls
     */
    public static TeamQSettings.Builder vdn(MarkovGame game) {
        return new TeamQSettings.Builder(game, new MixerKind.Sum());
    }

    /**
     * Begins the settings of QMIX.
     *
     * @param game as for {@link #vdn}
     * @param mixer the shape of the mixer
     * @throws IllegalArgumentException as {@link #vdn} does
     */
    public static TeamQSettings.Builder qmix(MarkovGame game, MixerSettings mixer) {
        return new TeamQSettings.Builder(game, new MixerKind.Monotonic(mixer));
    }

    /**
     * Begins the settings of a team whose total is any function of values and state, two layers of 64. What each agent
     * finds best need not be best together, so it bootstraps from, and acts on, the wrong actions: for contrast.
     *
     * @param game as for {@link #vdn}
     * @throws IllegalArgumentException as {@link #vdn} does
     */
    public static TeamQSettings.Builder free(MarkovGame game) {
        return new TeamQSettings.Builder(game, new MixerKind.Free(64));
    }

    @Override
    public int agents() {
        return shape.agents();
    }

    /** An episode begins. What an unfinished one left in a replay of episodes is dropped. */
    @Override
    public void startEpisode(long episode) {
        epsilon = settings.epsilon().at(episode);
        core.startEpisode();
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
        return best(core.nets().network(agent).copy(), shape.encodings().get(agent));
    }

    private Policy best(Mlp network, Encoding encoding) {
        double[] input = new double[encoding.inputs()];
        double[] values = new double[shape.actions()];
        return (observation, legal, rng) -> {
            encoding.write(observation, input, 0);
            network.values(input, values);
            return bestLegal(values, legal, rng);
        };
    }

    private static int bestLegal(double[] values, boolean[] legal, Rng rng) {
        for (int a = 0; a < values.length; a++) {
            if (!legal[a]) {
                values[a] = Double.NEGATIVE_INFINITY;
            }
        }
        return rng.argmax(values);
    }

    /**
     * One agent's values, which nobody else sees; only their order matters to it.
     *
     * @param agent which, from 0
     * @param observation what it sees
     * @return one for each action, a new array
     */
    public double[] values(int agent, double[] observation) {
        return core.nets().network(agent).values(shape.encodings().get(agent).of(observation));
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
            throw new IllegalArgumentException("this team has " + agents() + " agents, but got " + observations.length
                    + " observations and " + actions.length + " actions");
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
            throw new IllegalArgumentException("a table is for two agents, but this team has " + agents());
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
