/** The judge: parts of a check tried on an answer in a worker, and the marks that come of it. */
package marl.grade.judge;
