package marl.selfplay;

import marl.random.Rng;

/**
 * Whom the learner meets next: its latest self, its time average, or one of the {@link OpponentPool}. While the pool is
 * empty every sampler that would draw from it gives the latest self instead.
 */
public sealed interface Sampler {
    /** What {@link #pick} returns for the latest self. */
    int LATEST = -1;

    /** What {@link #pick} returns for the time average of all selves. */
    int AVERAGE = -2;

    /** The number of a snapshot in the pool, {@link #LATEST} or {@link #AVERAGE}. */
    int pick(OpponentPool pool, Rng rng);

    /** Always the latest self: naive self-play. */
    static Sampler latest() {
        return new Latest();
    }

    /**
     * Each snapshot in the pool with the same probability. If the pool keeps the whole past ({@link Drop#RANDOM}, or room
     * enough), the opponent is a draw from all former selves: fictitious play by sampling, at the spacing of the snapshots.
     */
    static Sampler uniform() {
        return new Uniform();
    }

    /**
     * The latest self with probability p, otherwise uniform over the pool; 0.8 is common.
     *
     * @throws IllegalArgumentException unless p is in [0, 1]
     */
    static Sampler mostlyLatest(double p) {
        return new MostlyLatest(p);
    }

    /**
     * Those who beat us more often: snapshot i with a probability proportional to {@code (1 - w_i)^power}, w_i being the
     * learner's {@link Snapshot#winRate} against it (prioritised fictitious self-play; Vinyals et al. 2019). Power 0 is
     * uniform.
     * <p>Awkward: the rate counts all games since the snapshot was taken, old ones as much as new ones.
     *
     * @throws IllegalArgumentException unless the power is finite and at least 0
     */
    static Sampler prioritised(double power) {
        return new Prioritised(power);
    }

    /**
     * The mean of all policies the learner has played, each round's with the same weight, as it keeps it itself: fictitious
     * play (Brown 1951) with a learner in the place of the best response. Exact, and needs no pool, but only a {@link
     * marl.agent.SoftmaxLearner} in a game without states has such an average.
     */
    static Sampler timeAverage() {
        return new TimeAverage();
    }

    /** See {@link #latest()}. */
    record Latest() implements Sampler {
        @Override
        public int pick(OpponentPool pool, Rng rng) {
            return LATEST;
        }
    }

    /** See {@link #uniform()}. */
    record Uniform() implements Sampler {
        @Override
        public int pick(OpponentPool pool, Rng rng) {
            return pool.size() == 0 ? LATEST : rng.below(pool.size());
        }
    }

    /**
     * See {@link #mostlyLatest}.
     *
     * @param p the probability of the latest self
     */
    record MostlyLatest(double p) implements Sampler {
        /**
         * Checks the probability.
         *
         * @throws IllegalArgumentException unless it is in [0, 1]
         */
        public MostlyLatest {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("A probability is in [0, 1], but got " + p + ".");
            }
        }

        @Override
        public int pick(OpponentPool pool, Rng rng) {
            return pool.size() == 0 || rng.uniform() < p ? LATEST : rng.below(pool.size());
        }
    }

    /**
     * See {@link #prioritised}.
     *
     * @param power how steeply the weight falls with the win rate
     */
    record Prioritised(double power) implements Sampler {
        /**
         * Checks the power.
         *
         * @throws IllegalArgumentException if it is below 0 or infinite
         */
        public Prioritised {
            if (!(power >= 0 && power < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The power of a priority is at least 0, but got " + power + ".");
            }
        }

        private double weight(Snapshot snapshot) {
            return Math.pow(1 - snapshot.winRate(), power);
        }

        @Override
        public int pick(OpponentPool pool, Rng rng) {
            double sum = 0;
            for (int i = 0; i < pool.size(); i++) {
                sum += weight(pool.get(i));
            }
            if (pool.size() == 0) {
                return LATEST;
            }
            // Win rates stay below 1, so weights are positive, but a large power may round all of them to 0.
            if (!(sum > 0)) {
                return rng.below(pool.size());
            }
            double left = rng.uniform() * sum;
            int picked = 0;
            for (int i = 0; i < pool.size() && left >= 0; i++) {
                picked = i;
                left -= weight(pool.get(i));
            }
            return picked;
        }
    }

    /** See {@link #timeAverage()}. */
    record TimeAverage() implements Sampler {
        @Override
        public int pick(OpponentPool pool, Rng rng) {
            return AVERAGE;
        }
    }
}
