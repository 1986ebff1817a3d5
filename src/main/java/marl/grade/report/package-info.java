/**
 * Results written down: files for people, gradebooks and learning platforms.
 *
 * <p>Read first {@link marl.grade.report.ResultFiles}, then {@link marl.grade.report.ResultJson}, then
 * {@link marl.grade.report.GradeBook}.
 *
 * <p>{@code ResultFiles} writes a result as JSON, which later runs read back, and a page for the student. After a run a
 * {@code GradeBook} of all results becomes tables for nbgrader and spreadsheets, a JUnit report and a summary. Whatever a
 * student wrote goes through {@code PlainText} first, so that it neither hides, reorders nor injects anything, and ids become
 * file names through {@code SafeName}.
 *
 * <p>Another format is a class with one method from {@code GradeBook} to text, written by {@code ResultFiles}; a new field of a
 * result goes into {@code ResultFields}, where readers of today must be able to do without it.
 */
package marl.grade.report;
