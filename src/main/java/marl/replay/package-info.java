/**
 * Memory for off-policy learning: transitions are added as they are lived through, and drawn in batches of matrices.
 *
 * <p>Read {@link marl.replay.ReplayBuffer} first, then {@link marl.replay.Batch} and {@link marl.replay.ReplayShape}. Whole
 * episodes are kept by {@link marl.replay.EpisodeReplay}, which draws an {@link marl.replay.EpisodeBatch} for learners with a memory.
 *
 * <p>Data flow: a learner adds a {@link marl.agent.Transition} or {@link marl.agent.JointTransition} whose observations are
 * what its network sees; the buffer copies it into one row of floats, masks into bits beside it. A draw copies whole rows
 * out, and each matrix of the {@code Batch} is filled when it is first asked for.
 *
 * <p>What a buffer shall keep besides goes into {@code ReplayShape}, the row layout and a matrix of {@code Batch}. Another way
 * to draw, such as by priority, is a class beside the uniform one.
 */
package marl.replay;
