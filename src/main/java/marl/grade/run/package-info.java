/** Whole runs: a folder of submissions, or one for Gradescope, from intake to reports. */
package marl.grade.run;
