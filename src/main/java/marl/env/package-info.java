/** Worlds: the Markov game contract, its spaces, and the environments that lessons play in. */
package marl.env;
