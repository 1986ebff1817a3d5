/**
 * Remote calls between a grader and the process that runs a student's code: both ends of the pipe.
 *
 * <p>Read first {@link marl.worker.Link}, then {@link marl.worker.Preparation}, then {@link marl.worker.WorkerMain}.
 *
 * <p>The judge sends a {@link marl.worker.Preparation}; in the worker {@code AnswerMaker} runs the answer in JShell and the
 * check cell hands an object over. The judge then calls it through a {@code RemoteProxy}: {@code Encoder} writes the
 * arguments, {@code Channel} carries them, {@code Decoder} reads them by the types of the {@code Contract}, with every length
 * checked, and {@code Service} makes the call. Neither end believes the other; see docs/decisions.md for the measurements.
 *
 * <p>A new type of value goes into {@code Encoder}, {@code Decoder} and {@code Contract}, with a test of hostile bytes; a
 * new kind of message into {@code Message}, at its end.
 */
package marl.worker;
