/** Normal-form and repeated games: payoffs, best responses, equilibria and how far a profile is from one. */
package marl.game;
