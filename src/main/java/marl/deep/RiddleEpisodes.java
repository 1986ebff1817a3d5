package marl.deep;

import java.util.Arrays;
import marl.env.SwitchRiddle;
import marl.random.Rng;

/** A batch of episodes of the {@link SwitchRiddle} without a bulb, side by side: who visits when, and what telling pays. */
final class RiddleEpisodes {
    final int agents;
    final int days;
    final int size;
    /** Who is in the room, [day][episode]. */
    final int[][] visits;
    /** Whether the visitor was there on an earlier day, [day][episode]. */
    final boolean[][] been;
    /** Whether all have been there by this day, today included, [day][episode]. */
    private final boolean[][] complete;

    private RiddleEpisodes(int agents, int[][] visits) {
        this.agents = agents;
        this.visits = visits;
        days = visits.length;
        size = visits[0].length;
        been = new boolean[days][size];
        complete = new boolean[days][size];
        for (int b = 0; b < size; b++) {
            boolean[] there = new boolean[agents];
            int count = 0;
            for (int day = 0; day < days; day++) {
                int visitor = visits[day][b];
                been[day][b] = there[visitor];
                count += there[visitor] ? 0 : 1;
                there[visitor] = true;
                complete[day][b] = count == agents;
            }
        }
    }

    /** Episodes with visits drawn uniformly. */
    static RiddleEpisodes drawn(SwitchRiddle riddle, int size, Rng rng) {
        int[][] visits = new int[riddle.days()][size];
        for (int[] day : visits) {
            Arrays.setAll(day, b -> rng.below(riddle.agents()));
        }
        return new RiddleEpisodes(riddle.agents(), visits);
    }

    /** An episode for each of the n^T sequences of visits. */
    static RiddleEpisodes all(SwitchRiddle riddle) {
        int n = riddle.agents();
        int size = (int) Math.round(Math.pow(n, riddle.days()));
        int[][] visits = new int[riddle.days()][size];
        int slow = 1;
        for (int[] day : visits) {
            int divisor = slow;
            Arrays.setAll(day, b -> b / divisor % n);
            slow *= n;
        }
        return new RiddleEpisodes(n, visits);
    }

    /** What telling pays. */
    int told(int day, int episode) {
        return complete[day][episode] ? 1 : -1;
    }

    /** The row of the visitor of each episode, rows being [episode * agents + agent]. */
    int[] visitorRows(int day) {
        int[] rows = new int[size];
        Arrays.setAll(rows, b -> b * agents + visits[day][b]);
        return rows;
    }

    /** 1 for who is in the room, else 0, [size * agents]. */
    double[] inRoom(int day) {
        double[] inside = new double[size * agents];
        for (int row : visitorRows(day)) {
            inside[row] = 1;
        }
        return inside;
    }
}
