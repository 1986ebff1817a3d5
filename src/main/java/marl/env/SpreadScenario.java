package marl.env;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.random.Rng;

/**
 * Agents shall cover landmarks, each its own, without bumping into each other: {@code simple_spread} (Lowe et al. 2017). Agent i
 * is paid {@code (1 - localRatio) G + localRatio L_i}, where G is minus the sum over landmarks of the distance to the nearest
 * agent, and L_i minus the number of <b>others</b> that it overlaps.
 *
 * @param agents as many as landmarks
 * @param localRatio the share of an agent's own collisions
 */
record SpreadScenario(int agents, double localRatio) implements ParticleScenario {
    private static final double SIZE = 0.15;
    private static final double ACCELERATION = 5;

    @Override
    public String name() {
        return "spread of " + agents;
    }

    @Override
    public List<ParticleBody> bodies() {
        List<ParticleBody> all = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            all.add(ParticleBody.agent(SIZE, ACCELERATION, true));
        }
        for (int i = 0; i < agents; i++) {
            all.add(ParticleBody.fixed(0.05, false));
        }
        return all;
    }

    /** Nobody speaks, but the original shows two zeros for what each of the others might have said. */
    @Override
    public int words() {
        return 0;
    }

    @Override
    public void place(ParticleWorlds worlds, int world, Rng rng) {
        worlds.scatter(world, 0, 2 * agents, 1, rng);
    }

    @Override
    public int observationSize(int agent) {
        return 4 + 2 * agents + 4 * (agents - 1);
    }

    @Override
    public void observe(ParticleWorlds worlds, int world, int agent, double[] out, int at) {
        int next = worlds.writeSelf(world, agent, out, at);
        for (int landmark = agents; landmark < 2 * agents; landmark++) {
            next = worlds.writeRelative(world, landmark, agent, out, next);
        }
        for (int other = 0; other < agents; other++) {
            if (other != agent) {
                next = worlds.writeRelative(world, other, agent, out, next);
            }
        }
        Arrays.fill(out, next, at + observationSize(agent), 0);
    }

    @Override
    public void reward(ParticleWorlds worlds, int world, double[] out, int at) {
        double global = 0;
        for (int landmark = agents; landmark < 2 * agents; landmark++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int agent = 0; agent < agents; agent++) {
                nearest = Math.min(nearest, worlds.squaredDistance(world, landmark, agent));
            }
            global -= Math.sqrt(nearest);
        }
        for (int agent = 0; agent < agents; agent++) {
            int bumps = 0;
            for (int other = 0; other < agents; other++) {
                if (other != agent && worlds.touch(world, agent, other)) {
                    bumps++;
                }
            }
            out[at + agent] = (1 - localRatio) * global - localRatio * bumps;
        }
    }
}
