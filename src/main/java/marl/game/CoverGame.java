package marl.game;

import java.util.Arrays;

/**
 * A team spreads out: each of n agents picks one of m landmarks, and the team achieves the number of different landmarks
 * picked, {@code G}. Immutable.
 *
 * <p>What each is paid depends on the {@link Credit}: TEAM pays G to all; LOCAL splits a landmark's 1 equally among those
 * who picked it, so that all shares sum to G; DIFFERENCE pays {@code G(a) - G(a without i)}, which is 1 for an agent alone
 * at its landmark and 0 for the others. (So the other common "local" reward, 1 if the own landmark is not shared, <b>is</b>
 * the difference reward here.)
 *
 * <p>Picking at random covers {@code m (1 - (1 - 1/m)^n)} landmarks on average.
 */
public final class CoverGame implements StageGame {
    private final int agents;
    private final int landmarks;
    private final boolean idle;
    private final Credit credit;

    private CoverGame(int agents, int landmarks, boolean idle, Credit credit) {
        this.agents = agents;
        this.landmarks = landmarks;
        this.idle = idle;
        this.credit = credit;
    }

    /**
     * A game paid by {@link Credit#TEAM}.
     *
     * @throws IllegalArgumentException unless there is at least one agent and one landmark
     */
    public static CoverGame of(int agents, int landmarks) {
        if (agents < 1 || landmarks < 1) {
            throw new IllegalArgumentException("A cover game needs at least one agent and one landmark, not " + agents
                    + " and " + landmarks + ".");
        }
        return new CoverGame(agents, landmarks, false, Credit.TEAM);
    }

    /** The same game, paid otherwise. */
    public CoverGame credit(Credit other) {
        return new CoverGame(agents, landmarks, idle, other);
    }

    /**
     * The same game with one more action, the last: to stay away and cover nothing. As a default action it makes a
     * counterfactual step the game without that agent.
     */
    public CoverGame withIdle() {
        return new CoverGame(agents, landmarks, true, credit);
    }

    /** The number of different landmarks picked: what the team achieves. */
    public int covered(int... joint) {
        int covered = 0;
        for (int visitors : visitors(joint)) {
            covered += visitors > 0 ? 1 : 0;
        }
        return covered;
    }

    /** How many landmarks a team covers on average when each picks one uniformly at random. */
    public double coveredAtRandom() {
        return landmarks * (1 - Math.pow(1 - 1.0 / landmarks, agents));
    }

    /** The number of landmarks. */
    public int landmarks() {
        return landmarks;
    }

    @Override
    public String name() {
        return "Cover " + landmarks + " landmarks";
    }

    @Override
    public int players() {
        return agents;
    }

    @Override
    public int actions(int player) {
        return landmarks + (idle ? 1 : 0);
    }

    @Override
    public double[] payoffs(int... joint) {
        int[] visitors = visitors(joint);
        double[] paid = new double[agents];
        if (credit == Credit.TEAM) {
            int covered = 0;
            for (int v : visitors) {
                covered += v > 0 ? 1 : 0;
            }
            Arrays.fill(paid, covered);
            return paid;
        }
        for (int i = 0; i < agents; i++) {
            if (joint[i] < landmarks) {
                int here = visitors[joint[i]];
                paid[i] = credit == Credit.LOCAL ? 1.0 / here : here == 1 ? 1 : 0;
            }
        }
        return paid;
    }

    private int[] visitors(int... joint) {
        int[] visitors = new int[landmarks];
        GameArguments.joint(this, joint);
        for (int landmark : joint) {
            if (landmark < landmarks) {
                visitors[landmark]++;
            }
        }
        return visitors;
    }

    @Override
    public String toString() {
        return name() + " with " + agents + " agents";
    }
}
