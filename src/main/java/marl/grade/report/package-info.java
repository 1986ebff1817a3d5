/** Results written down: files for people, gradebooks and learning platforms. */
package marl.grade.report;
