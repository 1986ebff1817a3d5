/**
 * Games in which everybody acts once at the same moment, and what theory says of them: equilibria, dominance, minimax values,
 * replicator dynamics, tournaments, and how well sums and mixers fit a table.
 *
 * <p>Read {@link marl.game.MatrixGame} first, then {@link marl.game.MixedProfile} and
 * {@link marl.game.SupportEnumeration}. {@link marl.game.Games} has the classics.
 *
 * <p>Data flow: a game is an immutable table; every algorithm is a class with a static {@code of(game, ...)} that returns plain
 * arrays or a small record. Nothing here learns, and chance comes in only as a generator that the caller gives.
 *
 * <p>A new game of known payoffs goes into {@code Games}; one that is too large for a table implements
 * {@link marl.game.StageGame}. A new solution concept is a class of its own, with exact theory or brute force as its test.
 */
package marl.game;
