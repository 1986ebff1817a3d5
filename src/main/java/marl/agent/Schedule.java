package marl.agent;

/** A setting that changes over time, such as a step size or an exploration rate. Time counts from 0. */
@FunctionalInterface
public interface Schedule {
    /** The value at time t, counted from 0; what t counts (episodes, visits) is the user's choice. */
    double at(long t);

    /** The same value for ever. */
    static Schedule constant(double value) {
        return t -> value;
    }

    /**
     * A straight line from {@code from} at time 0 to {@code to} at time {@code steps}, and {@code to} from then on.
     *
     * @throws IllegalArgumentException unless steps is positive
     */
    static Schedule linear(double from, double to, long steps) {
        if (steps <= 0) {
            throw new IllegalArgumentException("A line needs a positive number of steps, but got " + steps + ".");
        }
        return t -> t >= steps ? to : from + (to - from) * t / steps;
    }

    /**
     * {@code from * factor^t}.
     *
     * @throws IllegalArgumentException unless the factor is in (0, 1]
     */
    static Schedule exponential(double from, double factor) {
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("A decay factor is in (0, 1], but got " + factor + ".");
        }
        return t -> from * Math.pow(factor, t);
    }

    /** {@code from * factor^t}, but never below the floor. */
    static Schedule exponential(double from, double factor, double floor) {
        return exponential(from, factor).atLeast(floor);
    }

    /**
     * {@code 1 / (t + 1)^p}. As a step size by visits it meets the conditions of Robbins &amp; Monro (1951) for p in
     * (1/2, 1]: large enough in sum to reach any value, small enough in squares to settle.
     *
     * @throws IllegalArgumentException unless p is in (0, 1]
     */
    static Schedule power(double p) {
        if (!(p > 0 && p <= 1)) {
            throw new IllegalArgumentException("The power of a step size is in (0, 1], but got " + p + ".");
        }
        return p == 1 ? t -> 1.0 / (t + 1) : t -> Math.pow(t + 1.0, -p);
    }

    /** {@code 1 / (t + 1)}: as a step size by visits, the plain mean of all targets. */
    static Schedule harmonic() {
        return power(1);
    }

    /** This schedule, but never below the floor. */
    default Schedule atLeast(double floor) {
        return t -> Math.max(floor, at(t));
    }
}
