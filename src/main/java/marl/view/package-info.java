/** Charts, heat maps and animations, each with a text twin for readers who cannot see them. */
package marl.view;
