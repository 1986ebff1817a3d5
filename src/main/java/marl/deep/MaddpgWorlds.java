package marl.deep;

import java.util.Arrays;
import java.util.List;
import marl.env.GameBatch;
import marl.env.MarkovGame;
import marl.nn.Mlp;
import marl.random.Rng;

/** The worlds that a {@link Maddpg} gathers its experience in. The chance of each world comes from its own number. */
final class MaddpgWorlds {
    private final MaddpgShape shape;
    private final double noise;
    private final GameBatch batch;
    private final MaddpgSeats seats;
    private final Rng[] chance;
    private final double[][] rows;
    private final double[] running;
    private double finishedSum;
    private int finished;

    MaddpgWorlds(MarkovGame game, MaddpgSettings settings, MaddpgShape shape, List<Mlp> actors) {
        this.shape = shape;
        noise = settings.noise();
        batch = GameBatch.of(game, 0, settings.worlds());
        seats = new MaddpgSeats(batch, shape, actors);
        chance = new Rng[settings.worlds()];
        Arrays.setAll(chance, world -> Rng.of(settings.seed(), "actions", world));
        rows = new double[settings.worlds()][shape.width()];
        running = new double[settings.worlds()];
        batch.reset(Rng.mix(settings.seed(), "worlds", 0));
    }

    /** The mean return of the episodes that ended since this was last asked, as the mean over the agents; NaN if none did. */
    double takeFinished() {
        double mean = finished == 0 ? Double.NaN : finishedSum / finished;
        finishedSum = 0;
        finished = 0;
        return mean;
    }

    /** One step of all worlds, kept in the replay; anything goes if it is random, else the actors act with noise. */
    void step(MaddpgReplay replay, boolean random) {
        for (int world = 0; world < rows.length; world++) {
            writeObservations(batch.observations(), world, 0);
        }
        seats.act((head, world, shown, at, action, to) -> {
            if (random) {
                head.any(chance[world], action, to);
            } else {
                head.explore(shown, at, noise, chance[world], action, to);
            }
        });
        for (int world = 0; world < rows.length; world++) {
            settle(world);
            replay.add(rows[world]);
        }
    }

    private void writeObservations(double[] from, int world, int at) {
        for (int agent = 0; agent < shape.agents(); agent++) {
            int row = (world * shape.agents() + agent) * batch.observationSize();
            int to = at + shape.observationAt(agent);
            System.arraycopy(from, row, rows[world], to, shape.observationSize(agent));
        }
    }

    private void settle(int world) {
        double[] row = rows[world];
        boolean over = batch.terminated()[world] || batch.truncated()[world];
        writeObservations(over ? batch.finalObservations() : batch.observations(), world, shape.nextAt());
        row[shape.continuingAt()] = batch.terminated()[world] ? 0 : 1;
        for (int agent = 0; agent < shape.agents(); agent++) {
            int size = shape.head(agent).size();
            System.arraycopy(seats.actions(agent), world * size, row, shape.actionAt(agent), size);
            double reward = batch.rewards()[world * shape.agents() + agent];
            row[shape.rewardAt() + agent] = reward;
            running[world] += reward / shape.agents();
        }
        if (over) {
            finishedSum += running[world];
            finished++;
            running[world] = 0;
        }
    }
}
