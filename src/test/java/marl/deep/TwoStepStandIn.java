package marl.deep;

import marl.env.EpisodeClock;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.env.Step;

/**
 * The two-step game of Rashid et al. 2018, section 5: agent 0's first action leads to 2A, where all pays 7, or to 2B, where
 * [[0, 1], [1, 8]] pays. Observations are the number of the state, the state is its one-hot.
 */
final class TwoStepStandIn implements MarkovGame {
    static final double[][] PAYS = {{0, 1}, {1, 8}};

    private final EpisodeClock clock = new EpisodeClock("two steps", EpisodeClock.NO_LIMIT);
    private int place;

    static double[] state(int place) {
        double[] state = new double[3];
        state[place] = 1;
        return state;
    }

    static double[][] seen(int place) {
        return new double[][] {{place}, {place}};
    }

    @Override
    public int agents() {
        return 2;
    }

    @Override
    public Space observationSpace(int agent) {
        return new Space.Discrete(3);
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(2);
    }

    @Override
    public double[][] reset(long seed) {
        clock.start();
        place = 0;
        return seen(place);
    }

    @Override
    public Step step(JointAction actions) {
        clock.requireRunning();
        boolean last = place > 0;
        double reward = place == 2 ? PAYS[actions.discrete(0)][actions.discrete(1)] : place == 1 ? 7 : 0;
        place = last ? place : 1 + actions.discrete(0);
        clock.tick(last);
        return new Step(seen(place), new double[] {reward, reward}, last, false);
    }

    @Override
    public double[] state() {
        return state(place);
    }

    @Override
    public TwoStepStandIn copy() {
        TwoStepStandIn copy = new TwoStepStandIn();
        copy.reset(0);
        copy.place = place;
        return copy;
    }

    @Override
    public String name() {
        return "two steps";
    }
}
