/**
 * A copy of the course on disk: its folders, its notebooks, the programs it starts, and errors told to people.
 *
 * <p>Read first {@link marl.project.Project}, then {@link marl.project.UserError}, then {@link marl.project.Shell}.
 *
 * <p>A command asks {@link marl.project.Project#here()} where it is, reads and writes notebooks through
 * {@link marl.project.NotebookJson}, and starts Maven, Jupyter or Docker through {@link marl.project.Shell}. Whatever a
 * user can mend ends as a {@link marl.project.UserError}, which the command line prints without a stack trace.
 *
 * <p>A new folder of the project gets a method in {@code Project}, a new kind of error a factory in {@code UserError}.
 * What only one command needs stays in {@code marl.course}.
 */
package marl.project;
