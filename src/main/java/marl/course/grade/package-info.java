/** Grading: a trusted judge marks submissions whose code runs in throw-away workers. */
package marl.course.grade;
