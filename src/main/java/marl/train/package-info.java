/**
 * Run loops: learners and teams that play and learn, and policies that are evaluated.
 *
 * <p>Read {@link marl.train.Training} first, then {@link marl.train.Evaluation} and {@link marl.train.EpisodeRunner}, the one
 * loop over the steps of an episode. Teams have {@link marl.train.TeamTraining}, games without states the quicker
 * {@link marl.train.Play}.
 *
 * <p>Data flow: a run is begun by {@code of(game, learners)}, told how long and with which seed, and ended by {@code run()},
 * which gives the returns of all {@link marl.train.Episodes}. What was learned stays in the learners. Training and evaluation
 * draw from different generators, so no learner has met the episodes it is judged by.
 *
 * <p>Another thing to be told of every step is a witness of {@code EpisodeRunner}; do not write another loop. How long an
 * episode may be stands in {@link marl.env.StepLimit}.
 */
package marl.train;
