package marl.deep;

import java.util.List;
import marl.env.GameBatch;
import marl.env.MarkovGame;
import marl.nn.Mlp;
import marl.random.Require;

/** Plays whole episodes with fixed actors without noise, in worlds side by side. */
final class MaddpgEpisodes {
    private static final int LONGEST = 100_000;

    private MaddpgEpisodes() {}

    /** World number e plays episode e, its first, and what it plays afterwards is not counted. */
    static double[] play(MarkovGame game, MaddpgShape shape, List<Mlp> actors, int episodes, long seed) {
        Require.that(episodes >= 1, "Play at least one episode, not " + episodes + ".");
        GameBatch batch = GameBatch.of(game, 0, episodes);
        MaddpgSeats seats = new MaddpgSeats(batch, shape, actors);
        batch.reset(seed);
        double[] totals = new double[episodes];
        boolean[] over = new boolean[episodes];
        int left = episodes;
        for (int t = 0; left > 0 && t < LONGEST; t++) {
            seats.act((head, world, shown, at, action, to) -> head.best(shown, at, action, to));
            for (int world = 0; world < episodes; world++) {
                if (!over[world]) {
                    for (int agent = 0; agent < batch.agents(); agent++) {
                        totals[world] += batch.rewards()[world * batch.agents() + agent] / batch.agents();
                    }
                    over[world] = batch.terminated()[world] || batch.truncated()[world];
                    left -= over[world] ? 1 : 0;
                }
            }
        }
        if (left > 0) {
            throw new IllegalStateException("Episodes of " + game.name() + " did not end within " + LONGEST
                    + " steps; give the game a time limit.");
        }
        return totals;
    }
}
