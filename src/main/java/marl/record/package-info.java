/**
 * Runs that take longer than a lesson may: named experiments whose tables come with the course.
 *
 * <p>Read {@link marl.record.Recording} first. {@code ./course sweep} lists the recordings and makes one anew, as a table under
 * {@code src/main/resources/marl/recorded}, which a lesson reads with {@code Results.recorded(name)}. Which numbers a table holds
 * depends on its settings and seeds alone, save columns of seconds.
 *
 * <p>A new recording implements {@code Recording} and is added to {@link marl.record.Recordings}.
 */
package marl.record;
