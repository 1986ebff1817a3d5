package marl.deep;

import java.util.Arrays;
import marl.env.GameBatch;
import marl.env.MarkovGame;
import marl.random.Rng;

/** Plays whole episodes with fixed actors, in worlds side by side. */
final class ActorEpisodes {
    private final ActorCriticNets nets;
    private final MarkovGame game;
    private final ActorCriticSettings settings;

    ActorEpisodes(ActorCriticNets nets, MarkovGame game, ActorCriticSettings settings) {
        this.nets = nets;
        this.game = game;
        this.settings = settings;
    }

    double[] play(int episodes, long seed, boolean greedy) {
        BatchEpisodes.require(episodes);
        GameBatch batch = GameBatch.of(game, 0, episodes);
        Rng[] chance = new Rng[episodes];
        Arrays.setAll(chance, world -> Rng.of(seed, "play", world));
        batch.reset(seed);
        Seat seat = new Seat(batch, RowWriter.of(batch, settings));
        return BatchEpisodes.play(game.name(), batch, () -> seat.act(chance, greedy));
    }

    /** All agents of all worlds, one row at a time. */
    private final class Seat {
        private final GameBatch batch;
        private final RowWriter writer;
        private final double[] input;
        private final int[] numbers;
        private final double[] controls;
        private final int width;

        Seat(GameBatch batch, RowWriter writer) {
            this.batch = batch;
            this.writer = writer;
            input = new double[writer.inputSize()];
            numbers = new int[batch.worlds() * batch.agents()];
            int widest = 0;
            for (int group = 0; group < nets.groups(); group++) {
                widest = Math.max(widest, nets.head(group).actionSize());
            }
            width = widest;
            controls = new double[numbers.length * width];
        }

        void act(Rng[] chance, boolean greedy) {
            boolean[] legal = batch.legalActions();
            int flags = legal.length / numbers.length;
            double[] action = new double[width];
            for (int row = 0; row < numbers.length; row++) {
                int agent = row % batch.agents();
                ActorHead head = nets.head(nets.groupOf(agent));
                writer.input(batch.observations(), row, agent, input, 0);
                double[] out = nets.actor(nets.groupOf(agent)).values(input);
                if (greedy) {
                    head.best(out, 0, legal, row * flags, action, 0);
                } else {
                    head.sample(out, 0, legal, row * flags, chance[row / batch.agents()], action, 0);
                }
                if (head instanceof GaussianHead gaussian) {
                    gaussian.controls(action, 0, controls, row * width);
                } else {
                    numbers[row] = (int) action[0];
                }
            }
            if (nets.head(0) instanceof GaussianHead) {
                batch.step(controls);
            } else {
                batch.step(numbers);
            }
        }
    }
}
