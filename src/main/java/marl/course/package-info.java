/** The command line: build, run, update, pack, doctor and the rest. */
package marl.course;
