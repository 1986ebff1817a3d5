package marl.env;

import java.util.Arrays;
import marl.random.Require;
import marl.random.Rng;

/** Copies of any game, stepped one after the other. */
final class CopiedGames extends BatchArrays {
    private final MarkovGame[] games;
    private final Space[] observationSpaces;
    private final Space[] actionSpaces;
    private final int actionWidth;
    private final long[] episodes;
    private final boolean[] legal;
    private long seed;
    private boolean started;

    CopiedGames(MarkovGame game, int first, int worlds) {
        super(first, worlds, game.agents(), widest(game), stateSize(game));
        games = new MarkovGame[worlds];
        Arrays.setAll(games, world -> game.copy());
        observationSpaces = new Space[agents];
        Arrays.setAll(observationSpaces, game::observationSpace);
        actionSpaces = new Space[agents];
        Arrays.setAll(actionSpaces, game::actionSpace);
        int most = 0;
        for (Space space : actionSpaces) {
            most = Math.max(most, space instanceof Space.Discrete d ? d.n() : space.dimension());
            Require.that(
                    space.getClass() == actionSpaces[0].getClass(),
                    "In a batch all agents act by number or all by controls, but " + game.name() + " mixes them.");
        }
        actionWidth = most;
        episodes = new long[worlds];
        legal = new boolean[actionSpaces[0] instanceof Space.Discrete ? worlds * agents * actionWidth : 0];
    }

    private static int widest(MarkovGame game) {
        int widest = 0;
        for (int agent = 0; agent < game.agents(); agent++) {
            widest = Math.max(widest, GameBatch.rowSize(game.observationSpace(agent)));
        }
        return widest;
    }

    /** It is not known before a game has begun. */
    private static int stateSize(MarkovGame game) {
        MarkovGame begun = game.copy();
        begun.reset(0);
        return begun.state().length;
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
    public Space actionSpace(int agent) {
        return actionSpaces[agent];
    }
}
