package marl.template;

import marl.exercise.Exercise;

/** The exercises of the template lesson. In a real lesson this class stands in {@code marl.exercise}. */
public final class Lesson98 {

    /** Doubling. */
    public static final Exercise<Twice> TWICE = Exercise.of("98-1", "Twice", 2, Twice.class);

    private Lesson98() {}

    /** Contract of 98-1. */
    @FunctionalInterface
    public interface Twice {
        /** Twice the number. */
        double twice(double x);
    }
}
