package marl.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.env.ObservationIndex;
import marl.random.Rng;

/**
 * Tabular Q-learning with epsilon-greedy exploration: the value of what was done moves a step towards the reward plus the
 * discounted value of what comes next (Watkins &amp; Dayan 1992; Sutton &amp; Barto 2nd ed., equation 6.8). Several of
 * them in one game are independent learners.
 *
 * <p>A terminated step drops the value of the next state, a truncated one keeps it. Ties are broken at random. A step
 * takes constant time and makes no garbage. Not thread-safe.
 *
 * <p>Awkward: schedules of alpha and epsilon move once per <b>episode</b>, at {@link #startEpisode}; a learner that was
 * never told of an episode is at episode 0.
 */
public final class QLearner implements StorableLearner {
    private final QSettings settings;
    private final QTable table;
    private final int[] visits;
    private double alpha;
    private double epsilon;

    QLearner(QSettings settings) {
        this.settings = settings;
        this.table = new QTable(settings.index().size(), settings.actions());
        this.table.fill(settings.initialValue());
        this.visits = new int[settings.alphaByVisits() ? table.states() * table.actions() : 0];
        startEpisode(0);
    }

    /** Begins the settings of a learner; alpha, epsilon and gamma must be given. */
    public static QSettings.Builder of(ObservationIndex index, int actions) {
        return new QSettings.Builder(index, actions);
    }

    /** Begins the settings of a learner without states or a future: one value for each action, gamma 0. */
    public static QSettings.Builder stateless(int actions) {
        return of(ObservationIndex.single(), actions).gamma(0);
    }

    /**
     * What the value of an action moves towards: the reward, plus gamma times the next state's value unless the world
     * ended there. A truncated step is not terminated.
     */
    public static double target(double reward, double gamma, double nextValue, boolean terminated) {
        return terminated ? reward : reward + gamma * nextValue;
    }

    @Override
    public void startEpisode(long episode) {
        alpha = settings.alphaByVisits() ? Double.NaN : settings.alpha().at(episode);
        epsilon = settings.epsilon().at(episode);
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        return rng.uniform() < epsilon
                ? Policy.anyLegal(legal, rng)
                : table.argmax(settings.index().of(observation), legal, rng);
    }

    @Override
    public void learn(Transition t) {
        int next = t.terminated() ? 0 : settings.index().of(t.nextObservation());
        update(settings.index().of(t.observation()), t.action(), t.reward(), next, t.nextLegal(), t.terminated());
    }

    /**
     * Learns from one step given by state numbers, for planning and for sampling a model.
     *
     * @param nextLegal which actions are legal in the next state; ignored if terminated
     * @return the temporal-difference error, before the step size
     */
    public double update(int state, int action, double reward, int next, boolean[] nextLegal, boolean terminated) {
        double nextValue = terminated ? 0 : settings.backup().value(table, next, nextLegal);
        double error = target(reward, settings.gamma(), nextValue, terminated) - table.get(state, action);
        double rate = alpha;
        if (settings.alphaByVisits()) {
            rate = settings.alpha().at(visits[state * table.actions() + action]++);
        }
        table.add(state, action, (error < 0 ? settings.hysteresis() : 1) * rate * error);
        return error;
    }

    /**
     * With what probability it now takes each action: epsilon shared among the legal ones, the rest over the best of them. A
     * new array.
     */
    public double[] probabilities(double[] observation, boolean[] legal) {
        int state = settings.index().of(observation);
        double best = table.max(state, legal);
        double[] p = new double[table.actions()];
        int all = 0;
        int ties = 0;
        for (int a = 0; a < p.length; a++) {
            all += legal[a] ? 1 : 0;
            ties += legal[a] && table.get(state, a) == best ? 1 : 0;
        }
        for (int a = 0; a < p.length; a++) {
            if (legal[a]) {
                p[a] = epsilon / all + (table.get(state, a) == best ? (1 - epsilon) / ties : 0);
            }
        }
        return p;
    }

    @Override
    public FrozenPolicy greedy() {
        return new GreedyTable(table.copy(), settings.index());
    }

    @Override
    public FrozenPolicy frozen(double... numbers) {
        QTable values = table.copy();
        values.restore(numbers);
        return new GreedyTable(values, settings.index());
    }

    /** All values, then how often each was visited if the step size asks for it. */
    @Override
    public double[] memory() {
        double[] memory = Arrays.copyOf(table.values(), table.states() * table.actions() + visits.length);
        for (int i = 0; i < visits.length; i++) {
            memory[memory.length - visits.length + i] = visits[i];
        }
        return memory;
    }

    @Override
    public void restore(double... memory) {
        int values = table.states() * table.actions();
        if (memory.length != values + visits.length) {
            throw new IllegalArgumentException("This learner remembers " + (values + visits.length)
                    + " numbers, but got " + memory.length + "; make it as the one that was stored.");
        }
        table.restore(Arrays.copyOf(memory, values));
        for (int i = 0; i < visits.length; i++) {
            visits[i] = (int) memory[values + i];
        }
    }

    /** A copy of the values. */
    public QTable table() {
        return table.copy();
    }

    /** The value of one action in the state of this observation. */
    public double value(double[] observation, int action) {
        return table.get(settings.index().of(observation), action);
    }

    /** The exploration rate of this episode. */
    public double epsilon() {
        return epsilon;
    }

    /** The settings it was built with. */
    public QSettings settings() {
        return settings;
    }

    /** Equal learners, one for each agent of a team. */
    static List<Learner> team(QSettings settings, int agents) {
        List<Learner> team = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            team.add(new QLearner(settings));
        }
        return List.copyOf(team);
    }
}
