/**
 * Worlds that agents act in, step by step, and wrappers that turn one world into another.
 *
 * <p>Read {@link marl.env.MarkovGame} first, then {@link marl.env.Step} and {@link marl.env.Space}; where one moves at a time
 * it is {@link marl.env.TurnGame} instead.
 *
 * <p>Data flow: {@code reset(seed)} gives an observation for each agent, {@code step(jointAction)} the next observations, the
 * rewards, and whether the world ended (terminated) or a clock cut it off (truncated). {@code state()} is for central training
 * alone. Matrix games enter as {@link marl.env.StatelessGame} or {@link marl.env.RepeatedGame}. Continuous worlds are
 * {@link marl.env.ParticleGame}s; a {@link marl.env.GameBatch} steps many copies of any game at once.
 *
 * <p>A new world implements {@code MarkovGame} or {@code TurnGame}, lets {@link marl.env.EpisodeClock} keep its time limit, and
 * passes the contract tests beside it. A {@link marl.env.Memory} makes a policy without memory remember. A change of rewards or observations is a wrapper, as
 * {@link marl.env.PotentialShaping} is.
 */
package marl.env;
