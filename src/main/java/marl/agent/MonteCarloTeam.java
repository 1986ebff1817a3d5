package marl.agent;

import java.util.ArrayList;
import java.util.List;
import marl.env.ObservationIndex;
import marl.random.Require;

/**
 * Monte Carlo control with one table for the whole team (Sutton and Barto 2018, section 5.4, every visit): after each episode the value
 * of everything that an agent saw and did moves to what was paid from there on. Nothing is bootstrapped, so what is learned does not
 * depend on whether the observation tells the state, which is why it is the first thing to try where it does not. Memory comes into the
 * observation by {@link marl.env.Remembering}.
 *
 * <p>All agents act by the same table and feed it, which makes a protocol of what one of them learns. Steps in which an agent could do
 * only one thing are no decisions and are left out. A value is the mean of its returns unless a constant step size is given. Values
 * start at 0, ties are broken at random, the state is not looked at. Awkward: a truncated episode is learned from as if nothing more
 * could have been earned. Returns of exploring partners are learned as they are, so an action that is right only if the others do not
 * explore looks worse than it is; let epsilon fall. Not thread-safe.
 */
public final class MonteCarloTeam implements TeamLearner {
    private static final double SAMPLE_AVERAGE = 0;

    private final ObservationIndex index;
    private final int agents;
    private final Schedule epsilonPerEpisode;
    private final double alpha;
    private final QTable table;
    private final QTable visits;
    private final List<Visit> episode = new ArrayList<>();
    private final List<Double> rewards = new ArrayList<>();
    private double epsilon;

    /** A decision of one agent in a step. */
    private record Visit(int step, int seen, int action) {}

    private MonteCarloTeam(ObservationIndex index, int actions, int agents, Schedule epsilon, double alpha) {
        this.index = index;
        this.agents = agents;
        epsilonPerEpisode = epsilon;
        this.alpha = alpha;
        table = new QTable(index.size(), actions);
        visits = new QTable(index.size(), actions);
        startEpisode(0);
    }

    /**
     * A team that averages its returns.
     *
     * @param index numbers what an agent sees, the same way for each
     * @param actions the number of actions of each agent
     * @param agents how many agents, at least 1
     * @param epsilon the exploration rate at each episode
     * @throws IllegalArgumentException if there is no agent
     */
    public static MonteCarloTeam of(ObservationIndex index, int actions, int agents, Schedule epsilon) {
        Require.that(agents >= 1, "A team needs at least one agent, but got " + agents + ".");
        return new MonteCarloTeam(index, actions, agents, epsilon, SAMPLE_AVERAGE);
    }

    /**
     * A fresh team with a constant step size in place of the mean: old returns, of other policies, are forgotten.
     *
     * @throws IllegalArgumentException unless it is in (0, 1]
     */
    public MonteCarloTeam alpha(double step) {
        Require.that(step > 0 && step <= 1, "A step size is in (0, 1], not " + step + ".");
        return new MonteCarloTeam(index, table.actions(), agents, epsilonPerEpisode, step);
    }

    @Override
    public int agents() {
        return agents;
    }

    @Override
    public void startEpisode(long number) {
        epsilon = epsilonPerEpisode.at(number);
        episode.clear();
        rewards.clear();
    }

    @Override
    public Policy actor(int agent) {
        return (observation, legal, rng) ->
                rng.uniform() < epsilon ? Policy.anyLegal(legal, rng) : table.argmax(index.of(observation), legal, rng);
    }

    /**
     * Notes a step, and learns from the episode if it was its last.
     *
     * @throws IllegalArgumentException if it is another number of agents'
     */
    @Override
    public void learn(JointTransition t) {
        Require.that(
                t.actions().length == agents,
                "This team has " + agents + " agents, but the step is of " + t.actions().length
                        + "; make the learner for as many as the game has.");
        for (int i = 0; i < agents; i++) {
            if (choices(t, i) > 1) {
                episode.add(new Visit(rewards.size(), index.of(t.observations()[i]), t.actions()[i]));
            }
        }
        rewards.add(t.reward());
        if (t.over()) {
            update();
            episode.clear();
            rewards.clear();
        }
    }

    private int choices(JointTransition t, int agent) {
        if (agent >= t.legal().length) {
            return table.actions();
        }
        int count = 0;
        for (boolean legal : t.legal()[agent]) {
            count += legal ? 1 : 0;
        }
        return count;
    }

    private void update() {
        double[] returns = new double[rewards.size() + 1];
        for (int step = rewards.size() - 1; step >= 0; step--) {
            returns[step] = rewards.get(step) + returns[step + 1];
        }
        for (Visit visit : episode) {
            visits.add(visit.seen(), visit.action(), 1);
            double rate = alpha == SAMPLE_AVERAGE ? 1 / visits.get(visit.seen(), visit.action()) : alpha;
            double error = returns[visit.step()] - table.get(visit.seen(), visit.action());
            table.add(visit.seen(), visit.action(), rate * error);
        }
    }

    @Override
    public Policy greedy(int agent) {
        return Policy.greedy(table.copy(), index);
    }

    /** A copy of the values. */
    public QTable table() {
        return table.copy();
    }

    /** How often each value was moved, a copy. */
    public QTable visits() {
        return visits.copy();
    }

    @Override
    public String toString() {
        return "MonteCarloTeam of " + agents + " agents, " + table;
    }
}
