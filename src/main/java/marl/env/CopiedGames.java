package marl.env;

import java.util.Arrays;
import marl.random.Require;
import marl.random.Rng;

/** Copies of any game, stepped one after the other. */
final class CopiedGames implements GameBatch {
    private final MarkovGame[] games;
    private final int first;
    private final int agents;
    private final Space[] observationSpaces;
    private final Space[] actionSpaces;
    private final int width;
    private final int actionWidth;
    private final int stateSize;
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

    CopiedGames(MarkovGame game, int first, int worlds) {
        Require.that(
                worlds >= 1 && first >= 0, "A batch has at least one world, numbered from 0, but got " + worlds + ".");
        this.first = first;
        games = new MarkovGame[worlds];
        Arrays.setAll(games, world -> game.copy());
        agents = game.agents();
        observationSpaces = new Space[agents];
        Arrays.setAll(observationSpaces, game::observationSpace);
        actionSpaces = new Space[agents];
        Arrays.setAll(actionSpaces, game::actionSpace);
        int widest = 0;
        int most = 0;
        for (int agent = 0; agent < agents; agent++) {
            widest = Math.max(widest, GameBatch.rowSize(game.observationSpace(agent)));
            most = Math.max(
                    most, actionSpaces[agent] instanceof Space.Discrete d ? d.n() : actionSpaces[agent].dimension());
            Require.that(
                    actionSpaces[agent].getClass() == actionSpaces[0].getClass(),
                    "In a batch all agents act by number or all by controls, but " + game.name() + " mixes them.");
        }
        width = widest;
        actionWidth = most;
        games[0].reset(0); // the length of the state is not known before
        stateSize = games[0].state().length;
        episodes = new long[worlds];
        observations = new double[worlds * agents * width];
        finalObservations = new double[worlds * agents * width];
        states = new double[worlds * stateSize];
        finalStates = new double[worlds * stateSize];
        rewards = new double[worlds * agents];
        terminated = new boolean[worlds];
        truncated = new boolean[worlds];
        legal = new boolean[actionSpaces[0] instanceof Space.Discrete ? worlds * agents * actionWidth : 0];
    }

    @Override
    public void reset(long value) {
        seed = value;
        started = true;
        Arrays.fill(episodes, 0);
        Arrays.fill(terminated, false);
        Arrays.fill(truncated, false);
        for (int world = 0; world < games.length; world++) {
            begin(world);
        }
    }

    private void begin(int world) {
        long number = first + world;
        double[][] seen = games[world].reset(Rng.mix(seed, number, episodes[world]++));
        keep(world, seen, observations, states);
    }

    private void keep(int world, double[][] seen, double[] toSeen, double[] toState) {
        for (int agent = 0; agent < agents; agent++) {
            GameBatch.writeRow(observationSpaces[agent], seen[agent], toSeen, (world * agents + agent) * width);
        }
        System.arraycopy(games[world].state(), 0, toState, world * stateSize, stateSize);
    }

    @Override
    public void step(int[] actions) {
        requireLength(actions.length, games.length * agents);
        for (int row = 0; row < actions.length; row++) {
            if (!actionSpaces[row % agents].contains(new double[] {actions[row]})) {
                throw new IllegalArgumentException("Agent " + row % agents + " of " + games[0].name() + " acts in "
                        + actionSpaces[row % agents] + ", but was given " + actions[row] + ".");
            }
        }
        for (int world = 0; world < games.length; world++) {
            advance(world, JointAction.of(Arrays.copyOfRange(actions, world * agents, (world + 1) * agents)));
        }
    }

    @Override
    public void step(double[] controls) {
        requireLength(controls.length, games.length * agents * actionWidth);
        JointAction[] joint = new JointAction[games.length];
        for (int world = 0; world < games.length; world++) {
            double[][] own = new double[agents][];
            for (int agent = 0; agent < agents; agent++) {
                int at = (world * agents + agent) * actionWidth;
                own[agent] = Arrays.copyOfRange(controls, at, at + actionSpaces[agent].dimension());
                if (!actionSpaces[agent].contains(own[agent])) {
                    throw new IllegalArgumentException("Agent " + agent + " of " + games[0].name() + " acts in "
                            + actionSpaces[agent] + ", but was given " + Arrays.toString(own[agent]) + ".");
                }
            }
            joint[world] = JointAction.of(own);
        }
        for (int world = 0; world < games.length; world++) {
            advance(world, joint[world]);
        }
    }

    private void requireLength(int given, int needed) {
        if (!started) {
            throw new IllegalStateException("No episode of " + games[0].name() + " has begun; call reset(seed) first.");
        }
        if (given != needed) {
            throw new IllegalArgumentException("This batch of " + games[0].name() + " takes " + needed
                    + " numbers a step, but got " + given + ".");
        }
    }

    private void advance(int world, JointAction action) {
        Step step = games[world].step(action);
        System.arraycopy(step.rewards(), 0, rewards, world * agents, agents);
        terminated[world] = step.terminated();
        truncated[world] = step.truncated();
        if (step.over()) {
            keep(world, step.observations(), finalObservations, finalStates);
            begin(world);
        } else {
            keep(world, step.observations(), observations, states);
        }
    }

    @Override
    public boolean[] legalActions() {
        if (legal.length > 0) {
            for (int row = 0; row < games.length * agents; row++) {
                boolean[] own = games[row / agents].legalActions(row % agents);
                System.arraycopy(own, 0, legal, row * actionWidth, own.length);
            }
        }
        return legal;
    }

    @Override
    public int worlds() {
        return games.length;
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
        return actionSpaces[agent];
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
