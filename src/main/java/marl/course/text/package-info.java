/** Lesson texts: Markdown in, checked cells out, and from these the student's and the instructor's notebooks. */
package marl.course.text;
