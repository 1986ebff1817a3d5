/** Deep learners: agents whose values are networks. */
package marl.deep;
