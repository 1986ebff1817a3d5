package marl.game;

import marl.random.Rng;

/**
 * The Moran process (Moran 1958): a population of fixed size in which, at each step, one individual has a child, picked in
 * proportion to fitness, and one, picked uniformly, dies. Sooner or later all are of one type.
 *
 * @param size how many individuals, at least 2
 * @param fitness what a mutant's fitness is when {@code k} of all individuals are mutants, and a resident's
 */
public record Moran(int size, Fitness fitness) {

    /** The fitness of both types by how many mutants there are. */
    @FunctionalInterface
    public interface Fitness {
        /** The fitness, above 0, of a mutant and of a resident when there are this many mutants. */
        double[] of(int mutants);
    }

    /** Checks the size. */
    public Moran {
        if (size < 2) {
            throw new IllegalArgumentException("A population has at least two individuals, not " + size + ".");
        }
    }

    /**
     * A mutant whose fitness relative to a resident is always the same.
     *
     * @throws IllegalArgumentException if the size is below 2 or the fitness is not positive
     */
    public static Moran constant(int size, double relative) {
        positive(relative);
        return new Moran(size, mutants -> new double[] {relative, 1});
    }

    /**
     * Types that meet each other: fitness is {@code 1 - w + w * payoff}, the payoff being the mean over the others
     * (Nowak et al. 2004).
     *
     * @param payoff [own type][other's type], type 0 the mutant
     * @param strength w, from 0 to 1
     * @throws IllegalArgumentException if the table is not 2 x 2, or a fitness comes out below or at 0
     */
    public static Moran game(int size, double[][] payoff, double strength) {
        GameArguments.finiteTable(payoff);
        GameArguments.table(payoff, 2, 2, "payoffs");
        Moran moran = new Moran(size, mutants -> {
            double others = size - 1.0;
            double mutant = (payoff[0][0] * (mutants - 1) + payoff[0][1] * (size - mutants)) / others;
            double resident = (payoff[1][0] * mutants + payoff[1][1] * (size - mutants - 1)) / others;
            return new double[] {1 - strength + strength * mutant, 1 - strength + strength * resident};
        });
        for (int mutants = 1; mutants < size; mutants++) {
            for (double f : moran.fitness.of(mutants)) {
                positive(f);
            }
        }
        return moran;
    }

    private static void positive(double fitness) {
        if (!(fitness > 0) || Double.isInfinite(fitness)) {
            throw new IllegalArgumentException("Fitness is a positive number, but one is " + fitness
                    + "; lower the strength or raise the payoffs.");
        }
    }

    /**
     * The exact probability that the offspring of these mutants take over (Nowak 2006, equation 6.13): with
     * {@code g_k} a resident's fitness over a mutant's among k mutants, it is
     * {@code (1 + sum_{j<start} prod_{k<=j} g_k) / (1 + sum_{j<size} prod_{k<=j} g_k)}.
     *
     * @throws IllegalArgumentException unless there are 0 to {@link #size} mutants
     */
    public double fixation(int mutants) {
        range(mutants);
        double product = 1;
        double sum = 0;
        double part = 0;
        for (int j = 0; j < size; j++) {
            if (j > 0) {
                double[] f = fitness.of(j);
                product *= f[1] / f[0];
            }
            sum += product;
            part += j < mutants ? product : 0;
        }
        return part / sum;
    }

    /**
     * Runs the process until one type is left.
     *
     * @return whether the mutants took over
     * @throws IllegalArgumentException unless there are 0 to {@link #size} mutants
     */
    public boolean takesOver(int mutants, Rng rng) {
        range(mutants);
        int k = mutants;
        while (k > 0 && k < size) {
            double[] f = fitness.of(k);
            boolean mutantBorn = rng.bernoulli(k * f[0] / (k * f[0] + (size - k) * f[1]));
            boolean mutantDies = rng.below(size) < k;
            k += (mutantBorn ? 1 : 0) - (mutantDies ? 1 : 0);
        }
        return k == size;
    }

    private void range(int mutants) {
        if (mutants < 0 || mutants > size) {
            throw new IllegalArgumentException("There are 0 to " + size + " mutants, not " + mutants + ".");
        }
    }
}
