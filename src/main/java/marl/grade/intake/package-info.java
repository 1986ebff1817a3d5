/** What was handed in: submissions found, filed under a class list, and read without trusting them. */
package marl.grade.intake;
