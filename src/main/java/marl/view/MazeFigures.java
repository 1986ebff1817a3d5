package marl.view;

import marl.agent.Policy;
import marl.agent.QTable;
import marl.env.DynaMaze;
import marl.env.JointAction;
import marl.env.Step;
import marl.random.Rng;

/** Pictures of what a learner knows and does in a maze. */
public final class MazeFigures {

    private static final int[][] MOVES = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
    private static final int MOST_STEPS = 150;

    private MazeFigures() {}

    /**
     * The greedy action and the value of every cell. Cells whose actions are all worth 0, because nothing was learned
     * there, get no arrow.
     *
     * @param maze the maze
     * @param table action values; states numbered row by row, actions up, down, left, right
     * @return a builder that lacks title and alt text
     * @throws IllegalArgumentException if the table does not fit the maze
     */
    public static GridPolicy policy(DynaMaze maze, QTable table) {
        if (table.states() != maze.rows() * maze.columns() || table.actions() != MOVES.length) {
            throw new IllegalArgumentException("A table for this maze has " + maze.rows() * maze.columns()
                    + " states and 4 actions, not " + table.states() + " and " + table.actions() + ".");
        }
        double[][] values = new double[maze.rows()][maze.columns()];
        int[][] actions = new int[maze.rows()][maze.columns()];
        for (int row = 0; row < maze.rows(); row++) {
            for (int column = 0; column < maze.columns(); column++) {
                int state = row * maze.columns() + column;
                boolean noArrow = table.max(state) <= 0 || state == maze.goal() || maze.isWall(row, column);
                values[row][column] = table.max(state);
                actions[row][column] = noArrow ? -1 : table.best(state, 1e-9)[0];
            }
        }
        return Charts.gridPolicy().map(map(maze)).moves(MOVES).values(values).actions(actions);
    }

    /**
     * One episode as an animation, cut off after 150 steps.
     *
     * @param maze the maze; it is copied, not moved
     * @param policy who walks
     * @param seed of the walk
     * @return a builder that lacks title and alt text
     */
    public static EpisodeFilm episode(DynaMaze maze, Policy policy, long seed) {
        DynaMaze world = maze.copy();
        Rng rng = Rng.of(seed);
        double[] seen = world.reset(seed)[0];
        policy.begin();
        java.util.List<double[]> path = new java.util.ArrayList<>();
        path.add(place(maze, seen));
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Step step = world.step(JointAction.of(policy.act(seen, world.legalActions(0), rng)));
            seen = step.observations()[0];
            path.add(place(maze, seen));
            if (step.over()) {
                break;
            }
        }
        return Charts.episode(map(maze)).positions(path.toArray(double[][]::new));
    }

    private static double[] place(DynaMaze maze, double[] observation) {
        int state = (int) observation[0];
        return new double[] {state / maze.columns(), state % maze.columns()};
    }

    private static String[] map(DynaMaze maze) {
        return maze.toString().split("\n");
    }
}
