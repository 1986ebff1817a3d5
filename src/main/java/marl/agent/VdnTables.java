package marl.agent;

import marl.env.ObservationIndex;
import marl.random.Rng;

/**
 * Value decomposition with tables (Sunehag et al. 2018): each agent has a table over what it sees itself, and the sum of
 * the values of what they did is held to be worth what the team did. One temporal-difference error is shared,
 * {@code delta = r + gamma sum_i max_a Q_i(o_i', a) - sum_i Q_i(o_i, a_i)}, with the team's reward r and the maxima over
 * legal actions, and each agent moves the value of its own action by alpha delta.
 *
 * <p>As the sum is largest where every agent's own value is, agents that act alone act as the team would. The state is not
 * looked at. A terminated step drops the value of what comes next, a truncated one keeps it. Ties are broken at random.
 * With one agent it is {@link QLearner}, to the bit. A step makes no garbage. Not thread-safe.
 *
 * <p>Awkward: alpha each is the plain gradient of half the squared error, so the <b>sum</b> moves by alpha times the number
 * of agents n. Divide by n to compare with a single learner; at n alpha above 2 the values run away. The sum decides only
 * the sum: a constant may drift from one table to another, so compare totals. Values start at 0 <b>each</b> unless said.
 * Schedules move once per episode.
 *
 * <p>More awkward: the maximum is over what is not done, and a sum is no table, so learning online with epsilon-greedy
 * actors can run away at any step size. Where a state mostly stays itself and gamma is near 1 it does once epsilon falls
 * below {@code 1 - 1 / ((n - 1)(m - 1))}, m being the number of actions; a smaller gamma cures it.
 */
public final class VdnTables implements TeamLearner {
    private final QSettings settings;
    private final QTable[] tables;
    private final Policy[] actors;
    private final int[] seen;
    private double alpha;
    private double epsilon;

    private VdnTables(QSettings settings, int agents) {
        this.settings = settings;
        this.tables = new QTable[agents];
        this.actors = new Policy[agents];
        this.seen = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            QTable table = new QTable(settings.index().size(), settings.actions());
            table.fill(settings.initialValue());
            tables[agent] = table;
            actors[agent] = (observation, legal, rng) -> act(table, observation, legal, rng);
        }
        startEpisode(0);
    }

    /**
     * Begins the settings of a team; alpha, epsilon and gamma must be given.
     *
     * @param index numbers what an agent sees, the same way for each
     * @param actions the number of actions of each agent
     * @param agents how many agents, at least 1
     * @throws IllegalArgumentException if there is none
     */
    public static Builder of(ObservationIndex index, int actions, int agents) {
        if (agents < 1) {
            throw new IllegalArgumentException("A team needs at least one agent, but got " + agents + ".");
        }
        return new Builder(QLearner.of(index, actions), agents);
    }

    @Override
    public int agents() {
        return tables.length;
    }

    @Override
    public void startEpisode(long episode) {
        alpha = settings.alpha().at(episode);
        epsilon = settings.epsilon().at(episode);
    }

    @Override
    public Policy actor(int agent) {
        return actors[agent];
    }

    private int act(QTable table, double[] observation, boolean[] legal, Rng rng) {
        return rng.uniform() < epsilon
                ? Policy.anyLegal(legal, rng)
                : table.argmax(settings.index().of(observation), legal, rng);
    }

    /**
     * Learns from one step.
     *
     * @throws IllegalArgumentException if it is another number of agents'
     */
    @Override
    public void learn(JointTransition t) {
        int n = tables.length;
        if (t.actions().length != n || t.observations().length != n) {
            throw new IllegalArgumentException("This team has " + n + " agents, but the step is of "
                    + t.actions().length + "; make the learner for as many as the game has.");
        }
        double total = 0;
        double next = 0;
        for (int i = 0; i < n; i++) {
            seen[i] = settings.index().of(t.observations()[i]);
            total += tables[i].get(seen[i], t.actions()[i]);
            if (!t.terminated()) {
                next += tables[i].max(settings.index().of(t.nextObservations()[i]), t.nextLegal()[i]);
            }
        }
        double error = QLearner.target(t.reward(), settings.gamma(), next, t.terminated()) - total;
        for (int i = 0; i < n; i++) {
            tables[i].add(seen[i], t.actions()[i], alpha * error);
        }
    }

    @Override
    public Policy greedy(int agent) {
        return Policy.greedy(tables[agent].copy(), settings.index());
    }

    /** A copy of an agent's values. */
    public QTable table(int agent) {
        return tables[agent].copy();
    }

    /**
     * What the team holds a joint action to be worth: the sum of its agents' values.
     *
     * @param observations what each agent sees, [agent][coordinate]
     * @param actions what each does
     */
    public double total(double[][] observations, int... actions) {
        double total = 0;
        for (int i = 0; i < tables.length; i++) {
            total += tables[i].get(settings.index().of(observations[i]), actions[i]);
        }
        return total;
    }

    /** The exploration rate of this episode. */
    public double epsilon() {
        return epsilon;
    }

    @Override
    public String toString() {
        return "VdnTables of " + tables.length + " agents, each a " + tables[0];
    }

    /** Collects settings by name; alpha, epsilon and gamma have no default, because no value of them is right for all. */
    public static final class Builder {
        private final QSettings.Builder own;
        private final int agents;

        private Builder(QSettings.Builder own, int agents) {
            this.own = own;
            this.agents = agents;
        }

        /** A constant step size of each agent. */
        public Builder alpha(double value) {
            own.alpha(value);
            return this;
        }

        /** The step size of each agent at each episode. */
        public Builder alpha(Schedule perEpisode) {
            own.alpha(perEpisode);
            return this;
        }

        /** A constant exploration rate. */
        public Builder epsilon(double value) {
            own.epsilon(value);
            return this;
        }

        /** The exploration rate at each episode. */
        public Builder epsilon(Schedule perEpisode) {
            own.epsilon(perEpisode);
            return this;
        }

        /**
         * The discount factor.
         *
         * @throws IllegalArgumentException unless it is in [0, 1]
         */
        public Builder gamma(double value) {
            own.gamma(value);
            return this;
        }

        /** What all values of each agent start at; 0 unless said otherwise. */
        public Builder initialValue(double value) {
            own.initialValue(value);
            return this;
        }

        /**
         * A team.
         *
         * @throws IllegalStateException if alpha, epsilon or gamma was not given
         */
        public VdnTables build() {
            return new VdnTables(own.settings(), agents);
        }
    }
}
