/**
 * Small neural networks: matrices on a tape, reverse-mode differentiation, losses and optimisers. It knows nothing of agents.
 *
 * <p>Read {@link marl.nn.Tensor} first, then {@link marl.nn.Tape} and {@link marl.nn.Mlp};
 * {@link marl.nn.Optimiser#minimise} puts them together.
 *
 * <p>Data flow: an operation of {@code Tensor} computes its result with the kernels of the tape's
 * {@link marl.nn.Precision} and records how gradients flow back. {@code backward()} adds them up in
 * {@link marl.nn.Parameters}, which lie in one row, so that an update is one pass. Memory is used again from step to step.
 *
 * <p>Beside layers there are {@link marl.nn.Gru}, a memory, {@link marl.nn.Groups} and {@link marl.nn.Attention}, rows that
 * hear each other, and {@link marl.nn.Discretise}, bits with a gradient.
 *
 * <p>A new operation needs a method in {@code Tensor}, its forward and backward in {@code Algebra}, {@code Linear} or
 * {@code Layout}, a kernel in both backends, and a line in the tests' list of operations, which holds it against finite
 * differences and SameDiff. A function of one number is an entry in {@code Functions}.
 */
package marl.nn;
