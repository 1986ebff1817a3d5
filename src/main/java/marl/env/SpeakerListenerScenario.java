package marl.env;

import java.util.List;
import marl.random.Rng;

/**
 * One agent sees which of three landmarks is the goal but cannot move; the other moves and hears one word a step:
 * {@code simple_speaker_listener} (Lowe et al. 2017). Both are paid minus the squared distance of the listener to the goal. A
 * word spoken in a step is heard in the observation that this step returns.
 */
record SpeakerListenerScenario() implements ParticleScenario {
    private static final int SPEAKER = 0;
    private static final int LISTENER = 1;
    private static final int LANDMARKS = 3;
    private static final double BRIGHT = 0.65;
    private static final double DARK = 0.15;

    @Override
    public String name() {
        return "speaker and listener";
    }

    @Override
    public int agents() {
        return 2;
    }

    @Override
    public List<ParticleBody> bodies() {
        ParticleBody landmark = ParticleBody.fixed(0.04, false);
        return List.of(
                ParticleBody.fixed(0.075, false), ParticleBody.agent(0.075, 5, false), landmark, landmark, landmark);
    }

    @Override
    public int words() {
        return LANDMARKS;
    }

    @Override
    public boolean speaks(int agent) {
        return agent == SPEAKER;
    }

    @Override
    public void place(ParticleWorlds worlds, int world, Rng rng) {
        worlds.goal[world] = rng.below(LANDMARKS);
        worlds.scatter(world, 0, agents() + LANDMARKS, 1, rng);
    }

    @Override
    public int observationSize(int agent) {
        return agent == SPEAKER ? LANDMARKS : 2 + 3 * LANDMARKS;
    }

    @Override
    public void observe(ParticleWorlds worlds, int world, int agent, double[] out, int at) {
        if (agent == SPEAKER) {
            for (int k = 0; k < LANDMARKS; k++) {
                out[at + k] = k == worlds.goal[world] ? BRIGHT : DARK;
            }
            return;
        }
        int i = worlds.at(world, LISTENER);
        out[at] = worlds.velocity[i];
        out[at + 1] = worlds.velocity[i + 1];
        int next = at + 2;
        for (int landmark = 0; landmark < LANDMARKS; landmark++) {
            next = worlds.writeRelative(world, agents() + landmark, LISTENER, out, next);
        }
        System.arraycopy(worlds.said, worlds.wordAt(world, SPEAKER), out, next, LANDMARKS);
    }

    @Override
    public void reward(ParticleWorlds worlds, int world, double[] out, int at) {
        double squared = worlds.squaredDistance(world, LISTENER, agents() + worlds.goal[world]);
        out[at + SPEAKER] = -squared;
        out[at + LISTENER] = -squared;
    }
}
