package marl.deep;

import java.util.ArrayList;
import java.util.List;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.Transition;
import marl.nn.Mlp;
import marl.random.Rng;

/**
 * A deep Q-learner that takes its partners for part of the world: independent DQN (Tampuu et al. 2017), or one of several
 * agents that share a network and tell themselves apart by an id.
 * Legal-action masks count when acting and in the bootstrap.
 */
public final class DqnLearner implements Learner {

    private final DqnSettings settings;
    private final Encoding encoding;
    private final DqnCore core;
    private final double[] values;
    private long steps;

    private DqnLearner(DqnSettings settings, Encoding encoding, int actions, DqnCore core) {
        this.settings = settings;
        this.encoding = encoding;
        this.core = core;
        this.values = new double[actions];
    }

    /**
     * A learner with a network of its own.
     *
     * @param settings how it learns
     * @param encoding what its network sees
     * @param actions how many actions it has
     * @param seed of its weights and of its replay
     * @return the learner
     */
    public static DqnLearner of(DqnSettings settings, Encoding encoding, int actions, long seed) {
        return new DqnLearner(settings, encoding, actions, new DqnCore(settings, encoding.inputs(), actions, seed));
    }

    /**
     * Learners that share one network and one replay buffer, each with its id appended to what it sees.
     *
     * @param settings how they learn
     * @param encoding what each sees, without an id
     * @param actions how many actions each has
     * @param agents how many they are
     * @param seed of weights and replay
     * @return one learner for each agent
     */
    public static List<DqnLearner> sharing(
            DqnSettings settings, Encoding encoding, int actions, int agents, long seed) {
        List<DqnLearner> learners = new ArrayList<>();
        DqnCore core = new DqnCore(settings, encoding.inputs() + agents, actions, seed);
        for (int agent = 0; agent < agents; agent++) {
            learners.add(new DqnLearner(settings, encoding.withId(agent, agents), actions, core));
        }
        return learners;
    }

    @Override
    public void startEpisode(long episode) {}

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        double epsilon = settings.epsilon().at(steps);
        return rng.bernoulli(epsilon)
                ? Policy.anyLegal(legal, rng)
                : best(core.network(), observation, legal, rng, values);
    }

    @Override
    public void learn(Transition t) {
        steps++;
        core.add(t, encoding.of(t.observation()), encoding.of(t.nextObservation()));
    }

    /** The greedy policy as it is now; learning on does not change it. */
    @Override
    public Policy greedy() {
        Mlp frozen = core.network().copy();
        double[] own = new double[values.length];
        return (observation, legal, rng) -> best(frozen, observation, legal, rng, own);
    }

    /**
     * The value of each action.
     *
     * @param observation what the agent sees
     * @return a new array
     */
    public double[] values(double[] observation) {
        return core.network().values(encoding.of(observation));
    }

    /**
     * How many transitions this agent has learned from, which is what its exploration rate counts.
     *
     * @return the number
     */
    public long steps() {
        return steps;
    }

    private int best(Mlp network, double[] observation, boolean[] legal, Rng rng, double[] scratch) {
        network.values(encoding.of(observation), scratch);
        for (int a = 0; a < scratch.length; a++) {
            if (!legal[a]) {
                scratch[a] = Double.NEGATIVE_INFINITY;
            }
        }
        return rng.argmax(scratch);
    }
}
