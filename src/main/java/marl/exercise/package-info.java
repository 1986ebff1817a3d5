/** Exercises: ids, the contracts a student's code fills, and the verdict they get back. */
package marl.exercise;
