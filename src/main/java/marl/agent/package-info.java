/** Tabular learners: one update rule with a pluggable backup, schedules and policies. */
package marl.agent;
