/** Experience kept and drawn again: replay buffers of transitions and of whole episodes. */
package marl.replay;
