/**
 * Workers shut in: the processes that run answers, what they may see, and what they may use.
 *
 * <p>Read first {@link marl.grade.sandbox.Isolation}, then {@link marl.grade.sandbox.WorkerFactory}, then
 * {@link marl.grade.sandbox.Limits}.
 *
 * <p>{@link marl.grade.sandbox.Isolations} finds a sandbox that works here: bubblewrap, Docker or, when told to, a plain
 * process. The factory writes the class files that an answer may use ({@code WorkerFiles}) and starts a
 * {@link marl.grade.sandbox.Worker} on them; {@code ProcessorWatch} ends it at a limit. A
 * {@link marl.grade.sandbox.WorkerSlot} starts another one after that. Faults that no student is to blame for are a
 * {@link marl.grade.sandbox.GraderFault}.
 *
 * <p>Another sandbox is a record that implements {@code Isolation}; a new room of the library goes into the list of
 * {@code WorkerFiles}, which a test compares with the rooms there are.
 */
package marl.grade.sandbox;
