package marl.agent;

import marl.random.Rng;

/**
 * Q-learning with look-ahead advice: hints about actions, not only states, that leave the optimal policy as it is
 * (Wiewiora, Cottrell and Elkan 2003, section 4). Each step is shaped by {@code F = gamma Phi(s', a') - Phi(s, a)}, where
 * a' is what the learner would do next, and <b>actions are chosen by Q + Phi</b>: the learned values become {@code Q - Phi},
 * so the advice must be added back.
 *
 * <p>Step for step this is a Q-learner whose values started at Phi; it is written out to be looked at. The potential counts
 * as 0 after a terminated step. Not thread-safe.
 */
public final class LookAheadAdvice implements Learner {
    private final QSettings settings;
    private final QTable q;
    private final QTable potential;
    private double alpha;
    private double epsilon;

    private LookAheadAdvice(QSettings settings, QTable potential) {
        if (potential.states() != settings.index().size() || potential.actions() != settings.actions()) {
            throw new IllegalArgumentException("The advice must have a value for each of "
                    + settings.index().size() + " states x " + settings.actions() + " actions, but is a " + potential
                    + ".");
        }
        if (settings.alphaByVisits() || settings.hysteresis() != 1) {
            throw new IllegalArgumentException(
                    "Look-ahead advice takes alpha over episodes and no hysteresis; leave those settings out.");
        }
        this.settings = settings;
        this.potential = potential.copy();
        this.q = new QTable(potential.states(), potential.actions());
        q.fill(settings.initialValue());
        startEpisode(0);
    }

    /**
     * A learner with this advice.
     *
     * @param settings index, actions, alpha, epsilon, gamma and the initial value; alpha by visits, other backups than the
     *     maximum and hysteresis are not for this learner
     * @param potential the advice, copied
     * @throws IllegalArgumentException if the advice has another shape or a setting does not fit
     */
    public static LookAheadAdvice of(QSettings settings, QTable potential) {
        return new LookAheadAdvice(settings, potential);
    }

    @Override
    public void startEpisode(long episode) {
        alpha = settings.alpha().at(episode);
        epsilon = settings.epsilon().at(episode);
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        return rng.uniform() < epsilon
                ? Policy.anyLegal(legal, rng)
                : advisedAction(settings.index().of(observation), legal, rng);
    }

    private int advisedAction(int state, boolean[] legal, Rng rng) {
        double[] values = new double[q.actions()];
        for (int a = 0; a < values.length; a++) {
            values[a] = legal[a] ? advised(state, a) : Double.NEGATIVE_INFINITY;
        }
        return rng.argmax(values);
    }

    @Override
    public void learn(Transition t) {
        int state = settings.index().of(t.observation());
        double hint = potential.get(state, t.action());
        double target = t.reward() - hint;
        if (!t.terminated()) {
            int next = settings.index().of(t.nextObservation());
            int ahead = bestAdvised(next, t.nextLegal());
            target += settings.gamma() * (potential.get(next, ahead) + q.get(next, ahead));
        }
        q.add(state, t.action(), alpha * (target - q.get(state, t.action())));
    }

    private int bestAdvised(int state, boolean[] legal) {
        int best = -1;
        for (int a = 0; a < q.actions(); a++) {
            if (legal[a] && (best < 0 || advised(state, a) > advised(state, best))) {
                best = a;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("No action is legal in state " + state + ", so none is the best.");
        }
        return best;
    }

    private double advised(int state, int action) {
        return q.get(state, action) + potential.get(state, action);
    }

    /** The learned values without the advice, a copy: they approach {@code Q - Phi}. */
    public QTable table() {
        return q.copy();
    }

    /** The learned values with the advice added back, a copy: they approach Q and are what it acts on. */
    public QTable advised() {
        QTable sum = q.copy();
        for (int s = 0; s < q.states(); s++) {
            for (int a = 0; a < q.actions(); a++) {
                sum.add(s, a, potential.get(s, a));
            }
        }
        return sum;
    }

    @Override
    public Policy greedy() {
        return Policy.greedy(advised(), settings.index());
    }
}
