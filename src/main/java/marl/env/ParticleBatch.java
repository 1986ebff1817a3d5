package marl.env;

import java.util.Arrays;
import marl.random.Require;
import marl.random.Rng;

/** Particle worlds side by side: the arithmetic of {@link ParticleGame}, to the bit, on flat arrays without garbage. */
final class ParticleBatch implements GameBatch {
    private final ParticleGame game;
    private final ParticleScenario scenario;
    private final ParticleWorlds all;
    private final int first;
    private final int worlds;
    private final int agents;
    private final int width;
    private final int stateSize;
    private final int controls;
    private final int[] steps;
    private final long[] episodes;
    private final double[] observations;
    private final double[] finalObservations;
    private final double[] states;
    private final double[] finalStates;
    private final double[] rewards;
    private final boolean[] terminated;
    private final boolean[] truncated;
    private final boolean[] legal;
    private long seed;
    private boolean started;

    ParticleBatch(ParticleGame game, int first, int worlds) {
        Require.that(
                worlds >= 1 && first >= 0, "A batch has at least one world, numbered from 0, but got " + worlds + ".");
        this.game = game;
        this.first = first;
        this.worlds = worlds;
        scenario = game.scenario();
        all = new ParticleWorlds(scenario, worlds);
        agents = scenario.agents();
        int widest = 0;
        int sum = 0;
        int most = 0;
        for (int agent = 0; agent < agents; agent++) {
            widest = Math.max(widest, scenario.observationSize(agent));
            sum += scenario.observationSize(agent);
            most = Math.max(most, game.actionCount(agent));
        }
        width = widest;
        stateSize = sum;
        controls = most;
        steps = new int[worlds];
        episodes = new long[worlds];
        observations = new double[worlds * agents * width];
        finalObservations = new double[worlds * agents * width];
        states = new double[worlds * stateSize];
        finalStates = new double[worlds * stateSize];
        rewards = new double[worlds * agents];
        terminated = new boolean[worlds];
        truncated = new boolean[worlds];
        legal = legal();
    }

    private boolean[] legal() {
        boolean[] may = new boolean[worlds * agents * controls];
        boolean all = true;
        for (int i = 0; i < may.length; i++) {
            may[i] = i % controls < game.actionCount(i / controls % agents);
            all &= may[i];
        }
        return all || game.isContinuous() ? new boolean[0] : may;
    }

    @Override
    public void reset(long value) {
        seed = value;
        started = true;
        Arrays.fill(episodes, 0);
        Arrays.fill(truncated, false);
        for (int world = 0; world < worlds; world++) {
            begin(world);
        }
    }

    private void begin(int world) {
        long number = first + world;
        all.begin(world, Rng.of(Rng.mix(seed, number, episodes[world]++)));
        steps[world] = 0;
        look(world, observations, states);
    }

    private void look(int world, double[] seen, double[] state) {
        int stateAt = world * stateSize;
        for (int agent = 0; agent < agents; agent++) {
            int size = scenario.observationSize(agent);
            int at = (world * agents + agent) * width;
            scenario.observe(all, world, agent, seen, at);
            System.arraycopy(seen, at, state, stateAt, size);
            stateAt += size;
        }
    }

    @Override
    public void step(int[] actions) {
        Require.that(!game.isContinuous(), game + " takes controls here, not action numbers; call step(double[]).");
        requireLength(actions.length, worlds * agents);
        for (int row = 0; row < actions.length; row++) {
            int limit = game.actionCount(row % agents);
            if (actions[row] < 0 || actions[row] >= limit) {
                throw new IllegalArgumentException("Agent " + row % agents + " of " + game + " has actions 0 to "
                        + (limit - 1) + ", but was given " + actions[row] + ".");
            }
        }
        advance(new ParticleControls.Numbers(actions, agents, scenario.words()));
    }

    @Override
    public void step(double[] given) {
        Require.that(game.isContinuous(), game + " takes action numbers here, not controls; call step(int[]).");
        requireLength(given.length, worlds * agents * controls);
        for (double x : given) {
            if (!(x >= 0 && x <= 1)) {
                throw new IllegalArgumentException("Controls of " + game + " are in [0, 1], but one is " + x + ".");
            }
        }
        advance(new ParticleControls.Vectors(given, agents, controls, scenario.words()));
    }

    private void requireLength(int given, int needed) {
        if (!started) {
            throw new IllegalStateException("No episode of " + game + " has begun; call reset(seed) first.");
        }
        if (given != needed) {
            throw new IllegalArgumentException(
                    "This batch of " + game + " takes " + needed + " numbers a step, but got " + given + ".");
        }
    }

    private void advance(ParticleControls acts) {
        for (int world = 0; world < worlds; world++) {
            all.step(world, acts);
            scenario.reward(all, world, rewards, world * agents);
            truncated[world] = ++steps[world] >= game.limit();
            if (truncated[world]) {
                look(world, finalObservations, finalStates);
                begin(world);
            } else {
                look(world, observations, states);
            }
        }
    }

    @Override
    public boolean[] legalActions() {
        return legal;
    }

    @Override
    public int worlds() {
        return worlds;
    }

    @Override
    public int agents() {
        return agents;
    }

    @Override
    public int observationSize() {
        return width;
    }

    @Override
    public int stateSize() {
        return stateSize;
    }

    @Override
    public Space actionSpace(int agent) {
        return game.actionSpace(agent);
    }

    @Override
    public double[] observations() {
        return observations;
    }

    @Override
    public double[] states() {
        return states;
    }

    @Override
    public double[] rewards() {
        return rewards;
    }

    @Override
    public boolean[] terminated() {
        return terminated;
    }

    @Override
    public boolean[] truncated() {
        return truncated;
    }

    @Override
    public double[] finalObservations() {
        return finalObservations;
    }

    @Override
    public double[] finalStates() {
        return finalStates;
    }
}
