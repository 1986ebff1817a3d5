package marl.env;

import java.util.Arrays;

/**
 * A game with all agents in one hand: one controller sees the {@link MarkovGame#state} and picks the joint action, and is
 * paid the mean of the agents' rewards. It is what the best team could do, and what does not scale: the number of joint
 * actions is the product of the agents' actions. All agents need discrete actions.
 *
 * <p>Joint action number a stands for one action each, the last agent's changing fastest; {@link #split} takes it apart.
 */
public final class JointControl implements MarkovGame {
    private static final int MOST_ACTIONS = 1 << 20;

    private final MarkovGame game;
    private final int[] sizes;
    private final Space actionSpace;
    private final Space observationSpace;
    private final EpisodeClock clock;

    private JointControl(MarkovGame game, int[] sizes, Space actionSpace, Space observationSpace, EpisodeClock clock) {
        this.game = game;
        this.sizes = sizes;
        this.actionSpace = actionSpace;
        this.observationSpace = observationSpace;
        this.clock = clock;
    }

    /**
     * Takes all agents of a game into one hand; the game is played in a copy.
     *
     * @throws IllegalArgumentException if there are more than a million joint actions
     * @throws IllegalStateException if an agent's controls are continuous
     */
    public static JointControl of(MarkovGame game) {
        MarkovGame own = game.copy();
        int[] sizes = new int[own.agents()];
        long product = 1;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = own.actions(i);
            product *= sizes[i];
            if (product > MOST_ACTIONS) {
                throw new IllegalArgumentException(own.name()
                        + " has more than a million joint actions, too many for one hand; use fewer agents.");
            }
        }
        own.reset(0); // the length of the state is not known before
        Space state = Space.Box.of(own.state().length, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        String name = own.name() + " in one hand";
        EpisodeClock clock = new EpisodeClock(name, EpisodeClock.NO_LIMIT);
        return new JointControl(own, sizes, new Space.Discrete((int) product), state, clock);
    }

    /** The action of each agent in this joint action, a new array. */
    public int[] split(int jointAction) {
        int[] actions = new int[sizes.length];
        int rest = jointAction;
        for (int i = sizes.length - 1; i >= 0; i--) {
            actions[i] = rest % sizes[i];
            rest /= sizes[i];
        }
        return actions;
    }

    @Override
    public int agents() {
        return 1;
    }

    @Override
    public Space observationSpace(int agent) {
        return observationSpace;
    }

    @Override
    public Space actionSpace(int agent) {
        return actionSpace;
    }

    @Override
    public boolean[] legalActions(int agent) {
        boolean[][] own = new boolean[sizes.length][];
        Arrays.setAll(own, game::legalActions);
        boolean[] legal = new boolean[actions(0)];
        for (int a = 0; a < legal.length; a++) {
            legal[a] = true;
            for (int i = sizes.length - 1, rest = a; i >= 0; i--) {
                legal[a] &= own[i][rest % sizes[i]];
                rest /= sizes[i];
            }
        }
        return legal;
    }

    @Override
    public double[][] reset(long seed) {
        game.reset(seed);
        clock.start();
        return new double[][] {game.state()};
    }

    @Override
    public Step step(JointAction action) {
        int joint = Actions.discrete(name(), action, actions(0))[0];
        clock.requireRunning();
        Step step = game.step(new JointAction.Discrete(split(joint)));
        clock.tick(step.over());
        double mean = Arrays.stream(step.rewards()).sum() / sizes.length;
        return new Step(new double[][] {game.state()}, new double[] {mean}, step.terminated(), step.truncated());
    }

    @Override
    public double[] state() {
        clock.requireStarted();
        return game.state();
    }

    @Override
    public JointControl copy() {
        return new JointControl(game.copy(), sizes, actionSpace, observationSpace, clock.copy());
    }

    @Override
    public String name() {
        return game.name() + " in one hand";
    }

    @Override
    public String toString() {
        return name();
    }
}
