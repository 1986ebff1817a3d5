/** The only room that knows the notebook kernel: how values are shown there. */
package marl.kernel;
