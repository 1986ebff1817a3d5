/**
 * The marks of parts, exercises and submissions, as plain data.
 *
 * <p>Read first {@link marl.grade.mark.PartMark}, then {@link marl.grade.mark.ExerciseMark}, then
 * {@link marl.grade.mark.GradedSubmission}.
 *
 * <p>The judge makes part marks, which add up to an exercise's and those to a submission's. Reports write them down and
 * read them back. Nothing here depends on the time, the machine or other submissions, so equal submissions have equal
 * marks. Points are never stored beside their parts: they are the parts' sum.
 *
 * <p>A new way for a part to end is a {@link marl.grade.mark.MarkStatus}; whatever a report needs to know about a mark is a
 * component of these records, and of {@code ResultFields} in {@code marl.grade.report}.
 */
package marl.grade.mark;
