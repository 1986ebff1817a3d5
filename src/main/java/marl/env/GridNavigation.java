package marl.env;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.game.Credit;
import marl.random.Rng;

/**
 * A team spreads over landmarks on a grid, the tabular sister of MPE's "simple spread": n agents, n landmarks, and each
 * landmark wants one of them near. Agents start on cells drawn uniformly, move at once by one cell or stay (actions 0 stay,
 * 1 north, 2 south, 3 west, 4 east), stop at walls and may share a cell. An episode is <b>truncated</b> after 25 steps.
 *
 * <p>The team achieves {@code G = -sum over landmarks of the distance to the nearest agent}, in steps (Manhattan), after
 * the move. {@link Credit#TEAM} pays G to all. {@link Credit#LOCAL} pays minus the distance to the nearest landmark, which
 * leaves two agents content at the same one. {@link Credit#DIFFERENCE} pays G minus what the others alone achieve.
 *
 * <p>An agent sees its own column and row, then the others' in their order; landmarks stay where they are and are not
 * observed. Coordinates count from 0, row 0 in the north. {@link #index} numbers all of that: cells^n observations. With
 * {@link #ownCellOnly} it sees the first two numbers only, and the game is partially observed.
 */
public final class GridNavigation implements MarkovGame {
    /** Steps in an episode. */
    public static final int STEPS = 25;

    private static final int MOVES = 5;
    private static final int[] DX = {0, 0, 0, -1, 1};
    private static final int[] DY = {0, -1, 1, 0, 0};

    private final int size;
    private final int[] landmarks;
    private final Credit credit;
    private final boolean ownCellOnly;
    private final int[] at;
    private final EpisodeClock clock;
    private Rng rng;

    private GridNavigation(
            int size, int[] landmarks, Credit credit, boolean ownCellOnly, int[] at, EpisodeClock clock, Rng rng) {
        this.size = size;
        this.landmarks = landmarks;
        this.credit = credit;
        this.ownCellOnly = ownCellOnly;
        this.at = at;
        this.clock = clock;
        this.rng = rng;
    }

    /**
     * A square grid, paid by {@link Credit#TEAM}, with as many agents as landmarks.
     *
     * @param size cells on a side, 2 to 20
     * @param landmarks at least two, each {column, row} on the grid
     * @throws IllegalArgumentException if there are fewer, or one lies off the grid
     */
    public static GridNavigation of(int size, int[]... landmarks) {
        if (size < 2 || size > 20 || landmarks.length < 2) {
            throw new IllegalArgumentException("Navigation needs a side of 2 to 20 cells and at least two landmarks,"
                    + " but got " + size + " and " + landmarks.length + ".");
        }
        int[] cells = new int[landmarks.length];
        for (int k = 0; k < cells.length; k++) {
            int[] where = landmarks[k];
            if (where.length != 2 || where[0] < 0 || where[0] >= size || where[1] < 0 || where[1] >= size) {
                throw new IllegalArgumentException("A landmark is {column, row} from 0 to " + (size - 1) + ", but got "
                        + Arrays.toString(where) + ".");
            }
            cells[k] = where[1] * size + where[0];
        }
        return new GridNavigation(size, cells, Credit.TEAM, false, new int[cells.length], clockOf(), Rng.of(0));
    }

    /** Two agents on a 4 x 4 grid with landmarks in opposite corners: 256 situations. */
    public static GridNavigation twoCorners() {
        return of(4, new int[] {0, 0}, new int[] {3, 3});
    }

    /** Three agents on a 4 x 4 grid with landmarks in three corners: 4,096 situations. */
    public static GridNavigation threeCorners() {
        return of(4, new int[] {0, 0}, new int[] {3, 3}, new int[] {3, 0});
    }

    private static EpisodeClock clockOf() {
        return new EpisodeClock("Grid navigation", STEPS);
    }

    /** The same game, paid otherwise, before its first reset. */
    public GridNavigation credit(Credit other) {
        return new GridNavigation(size, landmarks, other, ownCellOnly, new int[landmarks.length], clockOf(), rng);
    }

    /**
     * The same game, before its first reset, in which an agent sees its own column and row and nothing of the others; the
     * state still tells all. A table over it needs {@link #ownIndex}.
     */
    public GridNavigation ownCellOnly() {
        return new GridNavigation(size, landmarks, credit, true, new int[landmarks.length], clockOf(), rng);
    }

    /** Numbers all an agent sees: the own cell is the slow digit. */
    public ObservationIndex index() {
        ObservationIndex all = ownIndex();
        for (int k = 1; k < landmarks.length; k++) {
            all = all.and(cell(2 * k));
        }
        return all;
    }

    /** Numbers an agent's own cell and ignores the others. */
    public ObservationIndex ownIndex() {
        return cell(0);
    }

    private ObservationIndex cell(int coordinate) {
        return ObservationIndex.of(size * size, seen -> (int) seen[coordinate + 1] * size + (int) seen[coordinate]);
    }

    /** What the team achieves where the agents stand: 0 at best. */
    public double achieved() {
        clock.requireStarted();
        return achieved(-1);
    }

    /** How many landmarks have an agent on them. */
    public int covered() {
        clock.requireStarted();
        int covered = 0;
        for (int landmark : landmarks) {
            covered += distanceToAgents(landmark, -1) == 0 ? 1 : 0;
        }
        return covered;
    }

    private double achieved(int absent) {
        int sum = 0;
        for (int landmark : landmarks) {
            sum += distanceToAgents(landmark, absent);
        }
        return -sum;
    }

    private int distanceToAgents(int landmark, int absent) {
        int nearest = Integer.MAX_VALUE;
        for (int i = 0; i < at.length; i++) {
            if (i != absent) {
                nearest = Math.min(nearest, distance(landmark, at[i]));
            }
        }
        return nearest;
    }

    private int distance(int from, int to) {
        return Math.abs(from % size - to % size) + Math.abs(from / size - to / size);
    }

    private double reward(int agent, double achieved) {
        return switch (credit) {
            case TEAM -> achieved;
            case LOCAL ->
                -Arrays.stream(landmarks).map(l -> distance(l, at[agent])).min().orElseThrow();
            case DIFFERENCE -> achieved - achieved(agent);
        };
    }

    @Override
    public int agents() {
        return at.length;
    }

    @Override
    public Space observationSpace(int agent) {
        return Space.Box.of(ownCellOnly ? 2 : 2 * at.length, 0, size - 1);
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(MOVES);
    }

    @Override
    public double[][] reset(long seed) {
        rng = Rng.of(seed);
        Arrays.setAll(at, i -> rng.below(size * size));
        clock.start();
        return observations();
    }

    @Override
    public Step step(JointAction action) {
        int[] limits = new int[at.length];
        Arrays.fill(limits, MOVES);
        int[] moves = Actions.discrete(name(), action, limits);
        clock.requireRunning();
        for (int i = 0; i < at.length; i++) {
            int x = Math.min(Math.max(at[i] % size + DX[moves[i]], 0), size - 1);
            int y = Math.min(Math.max(at[i] / size + DY[moves[i]], 0), size - 1);
            at[i] = y * size + x;
        }
        double achieved = achieved(-1);
        double[] rewards = new double[at.length];
        Arrays.setAll(rewards, i -> reward(i, achieved));
        return new Step(observations(), rewards, false, clock.tick(false));
    }

    private double[][] observations() {
        double[][] seen = new double[at.length][];
        Arrays.setAll(seen, i -> seen(i, ownCellOnly));
        return seen;
    }

    private double[] seen(int agent, boolean alone) {
        double[] seen = new double[alone ? 2 : 2 * at.length];
        put(seen, 0, agent);
        for (int j = 0, k = 2; k < seen.length; j++) {
            if (j != agent) {
                put(seen, k, j);
                k += 2;
            }
        }
        return seen;
    }

    private void put(double[] seen, int from, int agent) {
        seen[from] = at[agent] % size;
        seen[from + 1] = at[agent] / size;
    }

    /** Column and row of every agent, in their order. */
    @Override
    public double[] state() {
        clock.requireStarted();
        return seen(0, false);
    }

    /** The landmarks, each {column, row}. */
    public List<int[]> landmarks() {
        List<int[]> all = new ArrayList<>();
        for (int cell : landmarks) {
            all.add(new int[] {cell % size, cell / size});
        }
        return List.copyOf(all);
    }

    @Override
    public GridNavigation copy() {
        return new GridNavigation(size, landmarks, credit, ownCellOnly, at.clone(), clock.copy(), rng.copy());
    }

    @Override
    public String name() {
        return "Grid navigation";
    }

    @Override
    public String toString() {
        return name();
    }
}
