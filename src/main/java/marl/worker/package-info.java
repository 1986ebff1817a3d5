/** The two ends of the pipe between a grader and the process that runs a student's code. */
package marl.worker;
