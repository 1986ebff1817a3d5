/**
 * The only room that knows the notebook kernel (IJava): how it runs cells here, and how the course's values are shown.
 *
 * <p>Read first {@link marl.kernel.KernelMain} and {@code CourseKernel}, the kernel that the course starts: IJava with a stop
 * button that stops ({@code CellControl}, {@code Stoppable}, {@link marl.kernel.StopCheck}), a bound on what a cell prints
 * ({@code CellOutput}), a history and help from the sources ({@code Help}). Then {@link marl.kernel.Startup}, {@code Renderers}
 * and {@link marl.kernel.KernelScreen}.
 *
 * <p>The kernel runs {@code startup.jshell} before the first cell: the imports, then {@link marl.kernel.Startup#begin}, which
 * registers a renderer for each kind of value. A cell's value then becomes HTML or a picture, always with plain text beside
 * it. {@link marl.kernel.KernelScreen} is found as a service and redraws progress and live charts in place. In tests and on
 * the command line there is no kernel, and nothing here runs.
 *
 * <p>A new type that readers see gets a renderer here. Nobody imports this room.
 */
package marl.kernel;
