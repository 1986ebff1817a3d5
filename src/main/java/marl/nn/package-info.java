/**
 * Networks, gradients, optimisers and replay on ND4J arrays, in plain double and in fused float; it knows no agents.
 */
package marl.nn;
