package marl.deep;

import marl.env.GameBatch;
import marl.random.Require;

/** Plays whole episodes in worlds side by side, one in each, and learns nothing. */
final class BatchEpisodes {
    private static final int LONGEST = 100_000;

    private BatchEpisodes() {}

    /**
     * World number e plays episode e, its first, and what it plays afterwards is not counted.
     *
     * @param name of the game, for messages
     * @param batch as many worlds as episodes, just reset
     * @param act lets all agents of all worlds act once
     * @return the return of each episode, as the mean over the agents
     * @throws IllegalStateException if an episode does not end
     */
    static double[] play(String name, GameBatch batch, Runnable act) {
        int agents = batch.agents();
        double[] totals = new double[batch.worlds()];
        boolean[] over = new boolean[totals.length];
        int left = totals.length;
        for (int t = 0; left > 0 && t < LONGEST; t++) {
            act.run();
            for (int world = 0; world < totals.length; world++) {
                if (!over[world]) {
                    for (int agent = 0; agent < agents; agent++) {
                        totals[world] += batch.rewards()[world * agents + agent] / agents;
                    }
                    over[world] = batch.terminated()[world] || batch.truncated()[world];
                    left -= over[world] ? 1 : 0;
                }
            }
        }
        if (left > 0) {
            throw new IllegalStateException(
                    "Episodes of " + name + " did not end within " + LONGEST + " steps; give the game a time limit.");
        }
        return totals;
    }

    /**
     * Checks a number of episodes.
     *
     * @throws IllegalArgumentException if there is none
     */
    static void require(int episodes) {
        Require.that(episodes >= 1, "Play at least one episode, not " + episodes + ".");
    }
}
