package marl.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import marl.random.Require;
import marl.random.Rng;

/**
 * The joint-action learner of Claus and Boutilier (1998): it learns a value for every <b>joint</b> action, counts what each
 * of the others has done, and acts on the mean value of its own actions against those frequencies (their section 3:
 * {@code EV(a_i) = sum over a_-i of Q(a_i, a_-i) prod_j Pr_j(a_j)}). Exploration is epsilon-greedy on these means.
 *
 * <p>Only for {@link marl.env.StatelessGame}: after each round it must see what everybody did. Before anything was seen the
 * others count as uniform. Schedules move at {@link #startEpisode}. Not thread-safe.
 */
public final class JointActionLearner implements Learner {
    private final int seat;
    private final int[] sizes;
    private final Schedule alpha;
    private final Schedule epsilon;
    private final double[] q;
    private final double[][] counts;
    private double alphaNow;
    private double epsilonNow;

    private JointActionLearner(int seat, int[] sizes, int cells, Schedule alpha, Schedule epsilon) {
        this.seat = seat;
        this.sizes = sizes.clone();
        this.alpha = alpha;
        this.epsilon = epsilon;
        this.q = new double[cells];
        this.counts = new double[sizes.length][];
        Arrays.setAll(counts, i -> new double[sizes[i]]);
        startEpisode(0);
    }

    /**
     * Begins the settings of a learner whose values are all 0; its seat, alpha and epsilon must be given.
     *
     * @param actions how many each agent has, in their order
     * @throws IllegalArgumentException if an agent has none
     */
    public static Builder of(int... actions) {
        return new Builder(actions);
    }

    @Override
    public void startEpisode(long episode) {
        alphaNow = alpha.at(episode);
        epsilonNow = epsilon.at(episode);
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        return rng.uniform() < epsilonNow ? Policy.anyLegal(legal, rng) : best(values(), legal, rng);
    }

    /**
     * Learns from a round.
     *
     * @throws IllegalArgumentException if the next observation is not everybody's action
     */
    @Override
    public void learn(Transition t) {
        double[] seen = t.nextObservation();
        if (seen.length != sizes.length || seen[seat] != t.action()) {
            throw new IllegalArgumentException("A joint-action learner must see what everybody did, but saw "
                    + Arrays.toString(seen) + "; play it in a StatelessGame, in the seat it was made for.");
        }
        int cell = 0;
        for (int i = 0; i < sizes.length; i++) {
            int action = (int) seen[i];
            counts[i][action]++;
            cell = cell * sizes[i] + action;
        }
        q[cell] += alphaNow * (t.reward() - q[cell]);
    }

    /** The mean value of each own action against what the others have done so far, a new array. */
    public double[] values() {
        double[][] beliefs = new double[sizes.length][];
        Arrays.setAll(beliefs, this::belief);
        double[] values = new double[sizes[seat]];
        for (int cell = 0; cell < q.length; cell++) {
            double weight = 1;
            int own = 0;
            for (int i = sizes.length - 1, rest = cell; i >= 0; i--) {
                int action = rest % sizes[i];
                rest /= sizes[i];
                if (i == seat) {
                    own = action;
                } else {
                    weight *= beliefs[i][action];
                }
            }
            values[own] += weight * q[cell];
        }
        return values;
    }

    /** How often an agent has done each of its actions, as shares, a new array; uniform before the first round. */
    public double[] belief(int agent) {
        double total = Arrays.stream(counts[agent]).sum();
        double[] shares = new double[sizes[agent]];
        Arrays.setAll(shares, a -> total == 0 ? 1.0 / shares.length : counts[agent][a] / total);
        return shares;
    }

    /** The value of a joint action. */
    public double value(int... joint) {
        int cell = 0;
        for (int i = 0; i < sizes.length; i++) {
            cell = cell * sizes[i] + joint[i];
        }
        return q[cell];
    }

    @Override
    public Policy greedy() {
        double[] frozen = values();
        return (observation, legal, rng) -> best(frozen, legal, rng);
    }

    private static int best(double[] values, boolean[] legal, Rng rng) {
        double[] allowed = new double[values.length];
        Arrays.setAll(allowed, a -> legal[a] ? values[a] : Double.NEGATIVE_INFINITY);
        return rng.argmax(allowed);
    }

    /** Collects settings by name; seat, alpha and epsilon have no default. */
    public static final class Builder {
        private static final String[] NO_DEFAULT = {"seat", "alpha", "epsilon"};

        private final int[] sizes;
        private final int cells;
        private OptionalInt seat = OptionalInt.empty();
        private Optional<Schedule> alpha = Optional.empty();
        private Optional<Schedule> epsilon = Optional.empty();

        private Builder(int... sizes) {
            int product = 1;
            for (int size : sizes) {
                Require.that(size >= 1, "Every agent needs at least one action, but one has " + size + ".");
                product = Math.multiplyExact(product, size);
            }
            this.sizes = sizes.clone();
            this.cells = product;
        }

        /**
         * The learner's number among the agents.
         *
         * @throws IllegalArgumentException if there is no such seat
         */
        public Builder seat(int number) {
            Require.that(
                    number >= 0 && number < sizes.length,
                    "There are seats 0 to " + (sizes.length - 1) + ", but got " + number + ".");
            seat = OptionalInt.of(number);
            return this;
        }

        /** A constant step size. */
        public Builder alpha(double value) {
            return alpha(Schedule.constant(value));
        }

        /** The step size at each episode. */
        public Builder alpha(Schedule perEpisode) {
            alpha = Optional.of(perEpisode);
            return this;
        }

        /** A constant exploration rate. */
        public Builder epsilon(double value) {
            return epsilon(Schedule.constant(value));
        }

        /** The exploration rate at each episode. */
        public Builder epsilon(Schedule perEpisode) {
            epsilon = Optional.of(perEpisode);
            return this;
        }

        /**
         * A learner.
         *
         * @throws IllegalStateException if seat, alpha or epsilon was not given
         */
        public JointActionLearner build() {
            Require.given(
                    "a joint-action learner", NO_DEFAULT, seat.isPresent(), alpha.isPresent(), epsilon.isPresent());
            return new JointActionLearner(seat.getAsInt(), sizes, cells, alpha.get(), epsilon.get());
        }

        /**
         * A learner for each agent, in every seat.
         *
         * @throws IllegalStateException if alpha or epsilon was not given
         */
        public List<Learner> team() {
            List<Learner> team = new ArrayList<>();
            for (int agent = 0; agent < sizes.length; agent++) {
                team.add(seat(agent).build());
            }
            return List.copyOf(team);
        }
    }
}
