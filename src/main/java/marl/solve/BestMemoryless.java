package marl.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.random.Require;
import marl.random.Rng;

/**
 * The best a team can do without memory: what each agent does depends on what it sees now, not on the step and not on the past. For
 * deterministic policies by trying all of them, for stochastic ones by climbing the exact gradient of {@link TeamGradient}. In
 * contrast to decision processes whose state is seen, the best stochastic policy may beat every deterministic one (Singh, Jaakkola and
 * Jordan 1994).
 */
public final class BestMemoryless {
    /** How many joint policies are tried at most. */
    public static final long MOST = 5_000_000;

    private static final int CLIMB = 4_000;
    private static final double FLAT = 1e-9;

    private BestMemoryless() {}

    /**
     * The best deterministic joint policy; the first of equals.
     *
     * @param value its expected return
     * @param actions what each agent does, [agent][what it sees]; 0 where it never sees that
     */
    public record Deterministic(double value, int[][] actions) {}

    /**
     * The best stochastic joint policy that was found.
     *
     * @param value its expected return
     * @param probabilities [agent][what it sees][action]
     * @param slope the length of the gradient in the logits where the climb ended
     */
    public record Stochastic(double value, double[][][] probabilities, double slope) {}

    /**
     * What a deterministic joint policy earns, exactly.
     *
     * @param actions [agent][what it sees]
     * @throws IllegalArgumentException if there is not an action for everything an agent may see
     */
    public static double value(FiniteDecPomdp world, int[][] actions) {
        Require.that(actions.length == world.agents(), "Give actions for each of the " + world.agents() + " agents.");
        for (int i = 0; i < actions.length; i++) {
            int most = world.actions(i);
            Require.that(
                    actions[i].length == world.observations(i)
                            && Arrays.stream(actions[i]).allMatch(a -> a >= 0 && a < most),
                    "Agent " + i + " needs one of its " + most + " actions for each of the " + world.observations(i)
                            + " things it may see.");
        }
        return value(world, new Successors(world), actions);
    }

    private static double value(FiniteDecPomdp world, Successors successors, int[][] actions) {
        int[] joint = new int[world.states()];
        int[] each = new int[actions.length];
        for (int s = 0; s < joint.length; s++) {
            for (int i = 0; i < each.length; i++) {
                each[i] = actions[i][world.observation(i, s)];
            }
            joint[s] = world.join(each);
        }
        double[] now = new double[joint.length];
        Arrays.setAll(now, world::start);
        double sum = 0;
        for (int t = 0; t < world.horizon(); t++) {
            double[] next = new double[joint.length];
            for (int s = 0; s < joint.length; s++) {
                if (now[s] > 0) {
                    sum += now[s] * world.reward(s, joint[s]);
                    int[] to = successors.to[s][joint[s]];
                    double[] p = successors.probability[s][joint[s]];
                    for (int k = 0; k < to.length; k++) {
                        next[to[k]] += now[s] * p[k];
                    }
                }
            }
            now = next;
        }
        return sum;
    }

    /** One thing that one agent may see: a digit of a joint policy. */
    private record Situation(int agent, int seen) {}

    /**
     * Tries every deterministic joint policy.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST}
     */
    public static Deterministic deterministic(FiniteDecPomdp world) {
        Successors successors = new Successors(world);
        boolean[] ever = new boolean[world.states()];
        for (boolean[] reached : successors.reachable()) {
            for (int s = 0; s < ever.length; s++) {
                ever[s] |= reached[s];
            }
        }
        List<Situation> digits = new ArrayList<>();
        double count = 1;
        for (int i = 0; i < world.agents(); i++) {
            for (int seen : successors.seen(i, ever)) {
                digits.add(new Situation(i, seen));
                count *= world.actions(i);
            }
        }
        Require.that(
                count <= MOST,
                String.format(
                        java.util.Locale.ROOT,
                        "There are %.3g joint policies without memory, and at most %d are tried; take a smaller world.",
                        count,
                        MOST));
        int[][] actions = new int[world.agents()][];
        Arrays.setAll(actions, i -> new int[world.observations(i)]);
        double best = Double.NEGATIVE_INFINITY;
        int[][] kept = actions;
        do {
            double value = value(world, successors, actions);
            if (value > best) {
                best = value;
                kept = Arrays.stream(actions).map(int[]::clone).toArray(int[][]::new);
            }
        } while (countUp(world, digits, actions));
        return new Deterministic(best, kept);
    }

    private static boolean countUp(FiniteDecPomdp world, List<Situation> digits, int[][] actions) {
        for (Situation digit : digits) {
            int[] own = actions[digit.agent()];
            if (++own[digit.seen()] < world.actions(digit.agent())) {
                return true;
            }
            own[digit.seen()] = 0;
        }
        return false;
    }

    /**
     * Climbs the exact gradient of the expected return in the logits, from several starts, with steps that double after a success and
     * shrink after a failure. Awkward: what is found is as flat as {@code slope} says, but it may be a local maximum.
     *
     * @param starts from how many random logits, besides all zeros
     * @throws IllegalArgumentException if that number is negative
     */
    public static Stochastic stochastic(FiniteDecPomdp world, int starts, long seed) {
        Require.that(starts >= 0, "A climb has 0 random starts or more, not " + starts + ".");
        Stochastic best = climb(world, logits(world, Rng.of(seed), 0));
        for (int k = 0; k < starts; k++) {
            Stochastic found = climb(world, logits(world, Rng.of(seed, "start", k), 1));
            best = found.value() > best.value() ? found : best;
        }
        return best;
    }

    private static double[][][] logits(FiniteDecPomdp world, Rng rng, double spread) {
        double[][][] all = new double[world.agents()][][];
        for (int i = 0; i < all.length; i++) {
            all[i] = new double[world.observations(i)][world.actions(i)];
            for (double[] row : all[i]) {
                Arrays.setAll(row, a -> spread * rng.gaussian());
            }
        }
        return all;
    }

    private static Stochastic climb(FiniteDecPomdp world, double[][][] start) {
        double[][][] logits = start;
        TeamGradient here = TeamGradient.of(world, logits);
        double step = 1;
        double slope = Double.POSITIVE_INFINITY;
        for (int k = 0; k < CLIMB && step > FLAT && slope > FLAT; k++) {
            double[][][] up = new double[logits.length][][];
            double square = 0;
            for (int i = 0; i < up.length; i++) {
                up[i] = here.mean(i, GradientWeight.RETURN);
                for (double[] row : up[i]) {
                    square += Arrays.stream(row).map(g -> g * g).sum();
                }
            }
            slope = Math.sqrt(square);
            double[][][] there = moved(logits, up, step);
            TeamGradient next = TeamGradient.of(world, there);
            if (next.value() > here.value()) {
                logits = there;
                here = next;
                step *= 2;
            } else {
                step /= 4;
            }
        }
        double[][][] probabilities = new double[logits.length][][];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] =
                    Arrays.stream(logits[i]).map(TeamGradient::softmax).toArray(double[][]::new);
        }
        return new Stochastic(here.value(), probabilities, slope);
    }

    private static double[][][] moved(double[][][] logits, double[][][] up, double step) {
        double[][][] there = new double[logits.length][][];
        for (int i = 0; i < there.length; i++) {
            there[i] = new double[logits[i].length][];
            for (int o = 0; o < there[i].length; o++) {
                double[] from = logits[i][o];
                double[] slope = up[i][o];
                there[i][o] = new double[from.length];
                Arrays.setAll(there[i][o], a -> from[a] + step * slope[a]);
            }
        }
        return there;
    }
}
