/**
 * Learners with networks: deep Q-learning for one agent, value decomposition for teams with its mixers, actor-critics, and MADDPG
 * for teams and rivals alike.
 *
 * <p>Read {@link marl.deep.DqnLearner} first, then {@link marl.deep.TeamQLearner} and {@link marl.deep.Mixer}. Settings are
 * {@link marl.deep.DqnSettings} and {@link marl.deep.TeamQSettings}. {@link marl.deep.DrqnLearner} is the one with a memory, and a
 * team has one with {@link marl.deep.AgentMemory}. {@link marl.deep.ActorCritic} and {@link marl.deep.Maddpg} play
 * their own worlds, many at a time. Agents that talk are {@link marl.deep.CommNet}, trained by {@link marl.deep.OneStepTeam}, and
 * {@link marl.deep.Dial}.
 *
 * <p>Data flow: a learner encodes what it sees ({@link marl.deep.Encoding}), puts the transition into its replay, and now and
 * then draws a batch. The loss goes through networks and mixer on a tape, its target through copies of them that lag behind.
 * Acting asks one network for one agent's values and takes the best legal action.
 *
 * <p>A new mixer implements {@code Mixer} and gets a case in {@link marl.deep.MixerKind}; the tests on every mixer's promises
 * then apply to it. A new weighting of errors goes into {@link marl.deep.Weighting} and the team's loss. A new kind of learner
 * implements {@link marl.agent.Learner} or {@link marl.agent.TeamLearner}.
 */
package marl.deep;
