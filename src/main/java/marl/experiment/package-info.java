/** Run loops, sweeps over seeds, progress, and results as tables with intervals. */
package marl.experiment;
