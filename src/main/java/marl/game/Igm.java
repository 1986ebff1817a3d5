package marl.game;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Whether agents that each pick the best of their own values pick together what is best for the total: the property
 * "individual-global-max" (Son et al. 2019, definition 1). Found by brute force over all joint actions, at most a million.
 *
 * <p>Ties are <b>exact</b>: a value is the largest only if it equals the largest bit for bit (0 and -0 are equal). An agent
 * with ties has several best actions, and every combination of best actions is a <b>profile</b> to be judged.
 *
 * <p>Awkward: a total that is monotone in the agents' values makes every profile attain the maximum, yet where the total is
 * flat other joint actions can attain it too. So there are two answers, {@link #attained} and {@link #equal}; the
 * definition asks for the second.
 */
public final class Igm {
    private static final int MOST_JOINT_ACTIONS = 1 << 20;

    private final double[][] individual;
    private final double[] totals;
    private final double most;
    private final int[] greedy;
    private final int[] best;
    private final int[] worst;
    private final int[] stray;
    private final int profiles;

    private Igm(double[][] individual, double[] totals) {
        this.individual = individual;
        this.totals = totals;
        this.most = Arrays.stream(totals).max().orElseThrow();
        int first = -1;
        int least = -1;
        int top = -1;
        int missed = -1;
        int count = 0;
        boolean[][] tops = tops(individual);
        int[] joint = new int[individual.length];
        for (int cell = 0; cell < totals.length; cell++) {
            split(individual, cell, joint);
            boolean profile = true;
            for (int agent = 0; agent < joint.length; agent++) {
                profile &= tops[agent][joint[agent]];
            }
            if (profile) {
                count++;
                first = first < 0 ? cell : first;
                least = least < 0 || totals[cell] < totals[least] ? cell : least;
            }
            if (totals[cell] == most) {
                top = top < 0 ? cell : top;
                missed = missed < 0 && !profile ? cell : missed;
            }
        }
        this.profiles = count;
        this.greedy = joint(first);
        this.worst = joint(least);
        this.best = joint(top);
        this.stray = missed < 0 ? new int[0] : joint(missed);
    }

    /**
     * Tests a total.
     *
     * @param individual each agent's own values, {@code [agent][action]}, finite; agents may have different numbers of actions
     * @param total from a joint action, one action index per agent; called once for each, with an array that is reused
     * @throws IllegalArgumentException if there is no agent, an agent without actions, a value or total that is not finite,
     *     or more than a million joint actions
     */
    public static Igm of(double[][] individual, ToDoubleFunction<int[]> total) {
        double[][] own = Arrays.stream(individual).map(double[]::clone).toArray(double[][]::new);
        double[] totals = new double[jointActions(own)];
        int[] joint = new int[own.length];
        for (int cell = 0; cell < totals.length; cell++) {
            split(own, cell, joint);
            totals[cell] = total.applyAsDouble(joint);
            if (!Double.isFinite(totals[cell])) {
                split(own, cell, joint);
                throw new IllegalArgumentException("Totals must be finite numbers, but the joint action "
                        + Arrays.toString(joint) + " has " + totals[cell] + ".");
            }
        }
        return new Igm(own, totals);
    }

    /** Tests the total of two agents given as a table {@code [action of agent 0][action of agent 1]}. */
    public static Igm of(double[][] individual, double[][] jointTable) {
        if (individual.length != 2) {
            throw new IllegalArgumentException(
                    "A table holds the totals of two agents, but there are values of " + individual.length + ".");
        }
        GameArguments.table(jointTable, individual[0].length, individual[1].length, "joint table");
        return of(individual, joint -> jointTable[joint[0]][joint[1]]);
    }

    private static int jointActions(double[][] individual) {
        if (individual.length == 0) {
            throw new IllegalArgumentException("There must be at least one agent.");
        }
        long product = 1;
        for (int agent = 0; agent < individual.length; agent++) {
            for (double value : individual[agent]) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "Values must be finite numbers, but agent " + agent + " has " + value + ".");
                }
            }
            product *= individual[agent].length;
            if (product == 0) {
                throw new IllegalArgumentException("Agent " + agent + " needs at least one action.");
            }
            if (product > MOST_JOINT_ACTIONS) {
                throw new IllegalArgumentException(
                        "There are more than a million joint actions, too many to try them all; use fewer agents.");
            }
        }
        return (int) product;
    }

    /** Whether every profile of best own actions attains the maximum of the total. */
    public boolean attained() {
        return lost() == 0;
    }

    /** Whether the profiles of best own actions are exactly the joint actions that attain the maximum: the definition. */
    public boolean equal() {
        return attained() && stray.length == 0;
    }

    /** The first profile of best own actions, one action index per agent, a new array. */
    public int[] greedy() {
        return greedy.clone();
    }

    /** The first joint action that attains the maximum of the total, the last agent's changing fastest; a new array. */
    public int[] best() {
        return best.clone();
    }

    /** The maximum of the total minus the smallest total among the profiles of best own actions; at least 0. */
    public double lost() {
        return most - totals[cell(worst)];
    }

    /** One sentence, with a joint action that shows it where the property fails. */
    @Override
    public String toString() {
        if (!attained()) {
            return "IGM fails: each agent's own best is " + Arrays.toString(worst) + " with a total of "
                    + GameText.number(totals[cell(worst)]) + ", but " + Arrays.toString(best) + " has "
                    + GameText.number(most) + ".";
        }
        if (stray.length > 0) {
            return "IGM fails by a tie: what is best for each agent attains the maximum " + GameText.number(most)
                    + ", but so does " + Arrays.toString(stray) + ", which is not best for each.";
        }
        return profiles == 1
                ? "IGM holds: " + Arrays.toString(greedy) + " is best for each agent, and it alone attains the maximum "
                        + GameText.number(most) + "."
                : "IGM holds: the " + profiles + " joint actions of own best actions, " + Arrays.toString(greedy)
                        + " the first, are all that attain the maximum " + GameText.number(most) + ".";
    }

    /** Which actions have the largest own value, [agent][action]. */
    private static boolean[][] tops(double[][] individual) {
        boolean[][] tops = new boolean[individual.length][];
        for (int agent = 0; agent < tops.length; agent++) {
            double largest = Arrays.stream(individual[agent]).max().orElseThrow();
            tops[agent] = new boolean[individual[agent].length];
            // Arrays.stream(...).max() tells 0 from -0; == does not.
            for (int a = 0; a < tops[agent].length; a++) {
                tops[agent][a] = individual[agent][a] == largest;
            }
        }
        return tops;
    }

    private int[] joint(int cell) {
        int[] joint = new int[individual.length];
        split(individual, cell, joint);
        return joint;
    }

    private int cell(int... joint) {
        int cell = 0;
        for (int agent = 0; agent < joint.length; agent++) {
            cell = cell * individual[agent].length + joint[agent];
        }
        return cell;
    }

    private static void split(double[][] individual, int cell, int[] joint) {
        for (int agent = joint.length - 1, rest = cell; agent >= 0; agent--) {
            joint[agent] = rest % individual[agent].length;
            rest /= individual[agent].length;
        }
    }
}
