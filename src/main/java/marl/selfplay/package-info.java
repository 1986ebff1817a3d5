/**
 * Learning against oneself and among a population: frozen selves, leagues of best replies, and how to rate players.
 *
 * <p>Read {@link marl.selfplay.SelfPlay} first, then {@link marl.selfplay.Sampler}, which picks the opponent, and
 * {@link marl.selfplay.Psro}. Ratings are {@link marl.selfplay.Elo} and {@link marl.selfplay.PayoffRating}.
 *
 * <p>Data flow: in each episode an arena seats the learner against a frozen opponent and hands it its own transitions; now and
 * then a {@link marl.selfplay.Snapshot} of the learner goes into the {@link marl.selfplay.OpponentPool}. A run can be written
 * to a file and resumed, bit for bit. Whether it got better is measured by exploitability or worst case, not by its pay.
 *
 * <p>A new way to pick opponents implements {@code Sampler}. A new kind of game needs an arena, and plays its episodes with
 * {@link marl.train.EpisodeRunner}. A new league is a class beside {@code Psro} and {@code DoubleOracle}.
 */
package marl.selfplay;
