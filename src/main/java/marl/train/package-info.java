/** Run loops: learners and teams that play and learn, and policies that are evaluated. */
package marl.train;
