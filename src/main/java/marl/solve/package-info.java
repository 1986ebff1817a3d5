/**
 * Exact answers for small worlds, to hold learners against: dynamic programming, best replies, worst cases, perfect play.
 *
 * <p>Read {@link marl.solve.FiniteMdp} first, then {@link marl.solve.Explorer}, which makes one from a world, and
 * {@link marl.solve.ValueIteration}. For games of turns begin with {@link marl.solve.PerfectPlay}, for teams that do not see the
 * state with {@link marl.solve.FiniteDecPomdp} and the exact policy gradients of {@link marl.solve.TeamGradient}. What memory is worth
 * to them: {@link marl.solve.BestMemoryless}, {@link marl.solve.FiniteMemory}, {@link marl.solve.PolicyTrees}; what a channel is worth:
 * {@link marl.solve.RiddleValue}, {@link marl.solve.MeanOfBits}.
 *
 * <p>Data flow: a world is explored into a process of numbered states, the process is solved, and the
 * {@link marl.solve.MdpSolution} gives values and best actions by number. With partners that are held fixed, a game of several
 * becomes the process of one.
 *
 * <p>A new solver is a class with a static method that takes a {@code FiniteMdp} or a game and returns numbers without any
 * sampling; its test is another exact method, or a hand calculation.
 */
package marl.solve;
