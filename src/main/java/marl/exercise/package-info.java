/**
 * Exercises: ids, the contracts that a student's code fills, and the verdict that comes back. It needs the JDK only.
 *
 * <p>Read first {@link marl.exercise.Exercise}, then {@link marl.exercise.Check}, then {@link marl.exercise.Checks}.
 *
 * <p>A check cell calls {@link marl.exercise.Check#that} with an exercise and an answer. The checks are found by
 * {@link java.util.ServiceLoader} as {@link marl.exercise.CheckCatalogue}, so that no answer lies in this room; each
 * {@link marl.exercise.Part} tries the answer on {@link marl.exercise.Cases} through {@link marl.exercise.Expect}, which throws a
 * {@link marl.exercise.CounterExample}, and all of them make a {@link marl.exercise.Verdict}. A grader's worker has an
 * {@link marl.exercise.AnswerReceiver} instead, which takes the answer unchecked.
 *
 * <p>An exercise is a constant and an interface in {@code LessonNN}, with primitives, strings, arrays and records in its
 * methods. A loop that is too long for calls over a pipe is a {@link marl.exercise.Routine}.
 */
package marl.exercise;
