/**
 * Experiments over seeds, and what they say: a mean with its interval instead of one lucky run.
 *
 * <p>Read first {@link marl.experiment.Sweep}, then {@link marl.experiment.SweepResult}, then
 * {@link marl.experiment.Interval}.
 *
 * <p>A {@link marl.experiment.Sweep} calls a function of parameters and seed on all cores. Each call reports an
 * {@link marl.experiment.Outcome}; numbers become rows of a Tablesaw table, curves and tables of numbers are kept beside
 * it. {@link marl.experiment.SweepResult} summarises with intervals, {@link marl.experiment.Curves} holds one curve for
 * each run, and {@link marl.experiment.Reproduce} sets a page's numbers beside published ones.
 * {@link marl.experiment.Progress} draws on whatever {@link marl.experiment.Screen} there is.
 *
 * <p>What is run comes from the caller: nothing here knows a game or a learner. A summary that lessons need twice goes into
 * {@code SweepResult}; another kind of interval into {@code Interval}; a run loop into {@code marl.train}.
 */
package marl.experiment;
