/**
 * Whole runs: a folder of submissions, or one for Gradescope, from intake to reports.
 *
 * <p>Read first {@link marl.grade.run.GradingRequest}, then {@link marl.grade.run.GradingRun}, then
 * {@link marl.grade.run.GradescopeRun}.
 *
 * <p>A request says what to grade and how. The run finds and reads the submissions, chooses a sandbox, leaves alone what
 * is graded already, grades the rest on all cores, writes each result when it is done, and ends with
 * {@code GradingReport}. {@link marl.grade.run.GradescopeZip} packs the same for Gradescope's container, where
 * {@code GradescopeRun} grades one submission.
 *
 * <p>An option of {@code ./course grade} is a component of the request. Only this room sees all of intake, judge and report, so
 * whatever connects them belongs here.
 */
package marl.grade.run;
