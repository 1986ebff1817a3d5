package marl.env;

import java.util.List;
import marl.random.Rng;

/**
 * Three slow chasers (agents 0 to 2) hunt one fast runner (agent 3) among two obstacles: {@code simple_tag} (Lowe et al. 2017).
 * Every chaser is paid 10 for each overlap of a chaser with the runner, the runner loses as much, and pays for leaving the square.
 */
record TagScenario() implements ParticleScenario {
    private static final int CHASERS = 3;
    private static final int RUNNER = CHASERS;
    private static final int OBSTACLES = 2;
    private static final double CATCH = 10;

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public int agents() {
        return CHASERS + 1;
    }

    @Override
    public List<ParticleBody> bodies() {
        ParticleBody chaser = new ParticleBody(0.075, 3, 1.0, true, true);
        ParticleBody runner = new ParticleBody(0.05, 4, 1.3, true, true);
        ParticleBody obstacle = ParticleBody.fixed(0.2, true);
        return List.of(chaser, chaser, chaser, runner, obstacle, obstacle);
    }

    @Override
    public int words() {
        return 0;
    }

    @Override
    public void place(ParticleWorlds worlds, int world, Rng rng) {
        worlds.scatter(world, 0, agents(), 1, rng);
        worlds.scatter(world, agents(), OBSTACLES, 0.9, rng);
    }

    @Override
    public int observationSize(int agent) {
        return agent == RUNNER ? 14 : 16;
    }

    @Override
    public void observe(ParticleWorlds worlds, int world, int agent, double[] out, int at) {
        int next = worlds.writeSelf(world, agent, out, at);
        for (int obstacle = 0; obstacle < OBSTACLES; obstacle++) {
            next = worlds.writeRelative(world, agents() + obstacle, agent, out, next);
        }
        for (int other = 0; other < agents(); other++) {
            if (other != agent) {
                next = worlds.writeRelative(world, other, agent, out, next);
            }
        }
        if (agent != RUNNER) {
            int i = worlds.at(world, RUNNER);
            out[next] = worlds.velocity[i];
            out[next + 1] = worlds.velocity[i + 1];
        }
    }

    @Override
    public void reward(ParticleWorlds worlds, int world, double[] out, int at) {
        double caught = 0;
        for (int chaser = 0; chaser < CHASERS; chaser++) {
            if (worlds.touch(world, chaser, RUNNER)) {
                caught += CATCH;
            }
        }
        for (int chaser = 0; chaser < CHASERS; chaser++) {
            out[at + chaser] = caught;
        }
        int i = worlds.at(world, RUNNER);
        out[at + RUNNER] = -caught - fence(worlds.position[i]) - fence(worlds.position[i + 1]);
    }

    /** What the runner pays for a coordinate near the edge or beyond it. */
    private static double fence(double coordinate) {
        double x = Math.abs(coordinate);
        if (x < 0.9) {
            return 0;
        }
        return x < 1 ? (x - 0.9) * 10 : Math.min(Math.exp(2 * x - 2), 10);
    }
}
