/**
 * Learners and policies with tables: what acts in the worlds of {@code marl.env} and learns from steps.
 *
 * <p>Read {@link marl.agent.Learner} first, then {@link marl.agent.QLearner} and {@link marl.agent.Transition}. A team that
 * trains together is a {@link marl.agent.TeamLearner}.
 *
 * <p>Data flow: a run loop in {@code marl.train} asks each {@link marl.agent.Policy} for an action, steps the world, and hands
 * each learner a {@code Transition}, or a team a {@link marl.agent.JointTransition}. {@code greedy()} is what was learned,
 * frozen. Settings are given to a builder that {@code of(...)} begins and {@code build()} ends.
 *
 * <p>A new learner of one agent implements {@code Learner}, of a team {@code TeamLearner}; if it can be written down as
 * numbers, {@link marl.agent.StorableLearner}. If only what the next state is worth differs, it is a
 * {@link marl.agent.Backup} for {@code QLearner}. {@link marl.agent.NegamaxQ} is none of these and says why. Learners with
 * networks go to {@code marl.deep}.
 */
package marl.agent;
