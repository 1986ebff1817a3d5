/**
 * The judge: parts of a check tried on an answer in a worker, and the marks that come of it.
 *
 * <p>Read first {@link marl.grade.judge.SubmissionGrader}, then {@code SubmissionJudge}, then {@code PartJudge}.
 *
 * <p>The grader takes a submission that was read and gives a {@link marl.grade.mark.GradedSubmission}. For each exercise
 * {@code Preparations} collects what a worker must know, {@code Attempt} walks through the parts in a worker, {@code PartJudge}
 * tries hidden cases, whose seeds the {@link marl.grade.judge.CourseKey} gives, and turns a {@code PartOutcome} into a mark.
 * Checks run here, on this side of the pipe; only the answer is over there.
 *
 * <p>What a student may be told of hidden cases is decided in {@code PartJudge} alone. A change of how seeds are made, or
 * how many cases are drawn, changes marks that were given.
 */
package marl.grade.judge;
