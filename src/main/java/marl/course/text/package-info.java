/**
 * Lesson texts: Markdown in, checked cells out, and from these the student's and the instructor's notebooks.
 *
 * <p>Read first {@link marl.course.text.LessonParser}, then {@link marl.course.text.Cell}, then
 * {@link marl.course.text.NotebookMaker}.
 *
 * <p>The parser turns a file of {@code lessons/} into a {@link marl.course.text.Lesson};
 * {@link marl.course.text.LessonLint} holds it against the rules and collects all
 * {@link marl.course.text.Mistakes} with file and line; the maker writes two notebooks with nbgrader's metadata. After
 * they were executed {@link marl.course.text.Outputs} takes the outputs over.
 * {@link marl.course.text.Fingerprint} tells which lessons must be executed again.
 *
 * <p>A new rule for cells goes into {@code HouseRules}, one for exercises into {@code ExerciseRules}, a new attribute of
 * a fence into the parser, each with a test on {@code SampleLesson}.
 */
package marl.course.text;
