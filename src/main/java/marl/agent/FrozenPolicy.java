package marl.agent;

/** A policy that never changes and is nothing but numbers, so that it can be written down. */
public interface FrozenPolicy extends Policy {
    /** What {@link StorableLearner#frozen} makes the same policy of; a new array. */
    double[] numbers();
}
