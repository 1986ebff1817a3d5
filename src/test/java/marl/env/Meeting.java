package marl.env;

import marl.random.Rng;

/**
 * An environment to copy: two walkers on a street of five houses, who see where they stand themselves and not the other.
 * They start at random, walk down (action 0) or up (1) the street at the same time, and are paid 1 each when they stand
 * before the same house, where the world <b>terminates</b>; every other step costs each 0.1. After 20 steps the episode is
 * <b>truncated</b>. The state is both places, which no walker sees.
 */
final class Meeting implements MarkovGame {
    private static final int HOUSES = 5;
    private static final int LIMIT = 20;
    private static final String NAME = "Meeting";

    private final EpisodeClock clock;
    private final int[] place;

    Meeting() {
        this(new EpisodeClock(NAME, LIMIT), new int[2]);
    }

    private Meeting(EpisodeClock clock, int... place) {
        this.clock = clock;
        this.place = place;
    }

    @Override
    public int agents() {
        return place.length;
    }

    @Override
    public Space observationSpace(int agent) {
        return new Space.Discrete(HOUSES);
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(2);
    }

    @Override
    public double[][] reset(long seed) {
        Rng rng = Rng.of(seed);
        place[0] = rng.below(HOUSES);
        place[1] = (place[0] + 1 + rng.below(HOUSES - 1)) % HOUSES;
        clock.start();
        return observations();
    }

    @Override
    public Step step(JointAction actions) {
        // Before anything moves: a wrong action must change nothing.
        int[] moves = Actions.discrete(NAME, actions, 2, 2);
        clock.requireRunning();
        for (int i = 0; i < place.length; i++) {
            int step = moves[i] == 0 ? -1 : 1;
            place[i] = Math.max(0, Math.min(HOUSES - 1, place[i] + step));
        }
        boolean met = place[0] == place[1];
        double paid = met ? 1 : -0.1;
        boolean truncated = clock.tick(met);
        return new Step(observations(), new double[] {paid, paid}, met, truncated);
    }

    @Override
    public double[] state() {
        clock.requireStarted();
        return new double[] {place[0], place[1]};
    }

    @Override
    public MarkovGame copy() {
        return new Meeting(clock.copy(), place.clone());
    }

    @Override
    public String name() {
        return NAME;
    }

    private double[][] observations() {
        return new double[][] {{place[0]}, {place[1]}};
    }
}
