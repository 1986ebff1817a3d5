/** Planning with a known model: value iteration, exact best replies and perfect play, the yardsticks for learners. */
package marl.solve;
