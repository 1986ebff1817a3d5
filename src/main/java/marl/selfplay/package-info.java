/** Training against oneself: opponent pools and samplers, double oracle and its relatives, and ratings. */
package marl.selfplay;
