/** Jupyter: finding or installing it, registering the Java kernel inside the project, executing notebooks on it. */
package marl.course.jupyter;
