/**
 * The checks behind the exercises: properties and known values, with counter-examples in words.
 *
 * <p>Read first {@link marl.check.CourseChecks}, then {@code Lesson00Checks}, then {@code Draw}.
 *
 * <p>{@code CourseChecks} is the catalogue that {@link marl.exercise.Check} finds. A lesson's class lists its checks as tables of
 * {@link marl.exercise.Part#part}, each with a small method that draws cases and compares; exercises that need more have a
 * class of their own, such as {@code PairCheck}. A part draws from a stream of its own
 * ({@link marl.exercise.Cases#random}), never from a clock, so the same seed asks the same.
 *
 * <p>A new exercise gets a table in its lesson's class, right answers computed from theory or by the library, and at least
 * three planted wrong answers in {@code src/test/resources/wrong}. Order and number of draws of a check that is in use stay:
 * with them the hidden cases change, and marks with these.
 */
package marl.check;
