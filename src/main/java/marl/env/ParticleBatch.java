package marl.env;

import java.util.Arrays;
import java.util.stream.IntStream;
import marl.random.Require;
import marl.random.Rng;

/** Particle worlds side by side: the arithmetic of {@link ParticleGame}, to the bit, on flat arrays without garbage. */
final class ParticleBatch extends BatchArrays {
    private final ParticleGame game;
    private final ParticleScenario scenario;
    private final ParticleWorlds all;
    private final int controls;
    private final int[] steps;
    private final long[] episodes;
    private final boolean[] legal;
    private long seed;
    private boolean started;

    ParticleBatch(ParticleGame game, int first, int worlds) {
        super(
                first,
                worlds,
                game.agents(),
                sizes(game.scenario()).max().orElseThrow(),
                sizes(game.scenario()).sum());
        this.game = game;
        scenario = game.scenario();
        all = new ParticleWorlds(scenario, worlds);
        controls = IntStream.range(0, agents).map(game::actionCount).max().orElseThrow();
        steps = new int[worlds];
        episodes = new long[worlds];
        legal = legal();
    }

    private static IntStream sizes(ParticleScenario scenario) {
        return IntStream.range(0, scenario.agents()).map(scenario::observationSize);
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
    public Space actionSpace(int agent) {
        return game.actionSpace(agent);
    }
}
