/**
 * What was handed in: submissions found, filed under a class list, and read without trusting them.
 *
 * <p>Read first {@link marl.grade.intake.SubmissionFinder}, then {@link marl.grade.intake.AnswerReader}, then
 * {@link marl.grade.intake.ReleasedNotebook}.
 *
 * <p>The finder walks through a folder and says whose each notebook is; {@link marl.grade.intake.RosterMatch} files them under the
 * ids of the {@link marl.grade.intake.Roster}. The reader takes the answers out of a notebook, token by token, since a
 * hostile file must cost neither memory nor stack. {@link marl.grade.intake.ReadSubmission} chooses which of several counts.
 * All other cells come from the {@link marl.grade.intake.ReleasedNotebook}, never from the student's file.
 *
 * <p>The export of another learning platform goes into {@code Owners}, a name of a column into {@code RosterColumns}, a rule for the
 * text of an answer into {@code SourceRules}.
 */
package marl.grade.intake;
