/**
 * Jupyter: finding or installing it, registering the Java kernel inside the project, executing notebooks on it.
 *
 * <p>Read first {@link marl.course.jupyter.Jupyter}, then {@link marl.course.jupyter.Kernelspec}, then
 * {@link marl.course.jupyter.NotebookRunner}.
 *
 * <p>{@code Jupyter} is the one on the PATH, else a private one that {@code JupyterInstaller} makes. {@code Kernelspec}
 * writes the kernel's entry into the project, where JUPYTER_PATH finds it, with the JVM's options for this machine.
 * {@code NotebookRunner} executes a notebook through nbclient, in {@code execute.py}, which reports cells as JSON lines.
 * {@link marl.course.jupyter.LabDefaults} holds what JupyterLab does here until a user decides otherwise.
 * {@link marl.course.jupyter.Fonts}, {@link marl.course.jupyter.Browser} and {@link marl.course.jupyter.Apt} see to what
 * a bare machine lacks.
 *
 * <p>An option of the kernel's JVM goes into {@code Kernelspec}; what a machine may lack gets a class like {@code Fonts}
 * and a line in {@code ./course doctor}.
 */
package marl.course.jupyter;
