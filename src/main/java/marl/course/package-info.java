/**
 * The command line {@code ./course}: a class for each command, and what these share.
 *
 * <p>Read first {@link marl.course.Main}, which lists the commands, then {@code BuildCommand}, then {@code TestCommand}.
 *
 * <p>A command checks its options and calls rooms that know nothing of the command line: {@code marl.course.text} makes
 * notebooks of lessons, {@code marl.course.jupyter} executes them, {@code marl.grade.run} marks submissions. Mistakes of
 * the user come back as {@link marl.project.UserError} and leave with exit code 1 or 2.
 *
 * <p>A new command is a class {@code NameCommand} here, listed in {@code Main}, named in {@code README.md} and tried in
 * {@code CommandLineTest}. A new line of {@code ./course doctor} goes into {@code Doctor}, a new step of
 * {@code ./course test} into {@code TestCommand}.
 */
package marl.course;
