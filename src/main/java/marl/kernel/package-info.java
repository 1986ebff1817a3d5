/**
 * The only room that knows the notebook kernel (IJava): how the course's values are shown there.
 *
 * <p>Read first {@link marl.kernel.Startup}, then {@code Renderers}, then {@link marl.kernel.KernelScreen}.
 *
 * <p>The kernel runs {@code startup.jshell} before the first cell: the imports, then {@link marl.kernel.Startup#begin}, which
 * registers a renderer for each kind of value. A cell's value then becomes HTML or a picture, always with plain text beside
 * it. {@link marl.kernel.KernelScreen} is found as a service and redraws progress and live charts in place. In tests and on
 * the command line there is no kernel, and nothing here runs.
 *
 * <p>A new type that readers see gets a renderer here. Nobody imports this room.
 */
package marl.kernel;
