/** Planning with a known model: value iteration and exact best replies, the yardsticks for learners. */
package marl.solve;
