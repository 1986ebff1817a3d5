/** The marks of parts, exercises and submissions, as plain data. */
package marl.grade.mark;
