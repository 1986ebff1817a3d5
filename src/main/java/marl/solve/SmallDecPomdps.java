package marl.solve;

import java.util.Arrays;
import marl.env.SwitchRiddle;
import marl.env.TMaze;
import marl.random.Require;

/** Small worlds that are only partly seen, written down whole: what memory and messages are worth in them can be computed. */
public final class SmallDecPomdps {
    /** Dec-Tiger: listen. */
    public static final int LISTEN = 0;
    /** Dec-Tiger: open the left door. */
    public static final int OPEN_LEFT = 1;
    /** Dec-Tiger: open the right door. */
    public static final int OPEN_RIGHT = 2;

    private static final double HEARS_RIGHTLY = 0.85;
    private static final int SOUNDS = 5;

    private SmallDecPomdps() {}

    /**
     * {@code marl.env.TwoRooms}: one observation, and the right action alternates.
     *
     * @param steps the horizon, at least 1
     * @throws IllegalArgumentException if there is no step
     */
    public static FiniteDecPomdp twoRooms(int steps) {
        return FiniteDecPomdp.of(
                steps,
                new double[] {0.5, 0.5},
                new int[][] {{0, 0}},
                new int[] {2},
                (room, joint) -> joint[0] == room ? 1 : -1,
                (room, joint) -> oneHot(2, 1 - joint[0]));
    }

    /**
     * {@link TMaze} with as many steps as the way needs, length + 2. State {@code 2 place + up}; the last one is the end, where the
     * junction is still seen and nothing is paid.
     *
     * @param length how many places lie between the sign and the junction
     * @throws IllegalArgumentException if it is negative
     */
    public static FiniteDecPomdp tMaze(int length) {
        Require.that(length >= 0, "A corridor has a length of 0 or more, not " + length + ".");
        int junction = length + 1;
        int end = 2 * (junction + 1);
        double[] start = new double[end + 1];
        start[0] = 0.5;
        start[1] = 0.5;
        int[] seen = new int[end + 1];
        Arrays.fill(seen, TMaze.CORRIDOR);
        seen[0] = TMaze.SIGN_DOWN;
        seen[1] = TMaze.SIGN_UP;
        Arrays.fill(seen, 2 * junction, end + 1, TMaze.JUNCTION);
        return FiniteDecPomdp.of(
                length + 2,
                start,
                new int[][] {seen},
                new int[] {TMaze.ACTIONS},
                (state, joint) -> {
                    boolean atJunction = state / 2 == junction;
                    if (state == end || (!atJunction && joint[0] == TMaze.FORWARD)) {
                        return 0;
                    }
                    boolean right = atJunction && joint[0] == (state % 2 == 1 ? TMaze.UP : TMaze.DOWN);
                    return right ? TMaze.RIGHT : TMaze.WRONG;
                },
                (state, joint) -> {
                    boolean forward = joint[0] == TMaze.FORWARD;
                    if (state / 2 == junction) {
                        return oneHot(end + 1, forward ? state : end);
                    }
                    return oneHot(end + 1, state == end || !forward ? state : state + 2);
                });
    }

    /**
     * Dec-Tiger (Nair et al. 2003): behind one of two doors is a tiger, behind the other a treasure. Two agents may listen, which tells
     * each alone the tiger's side with probability .85, or open a door, after which the tiger is put behind a door anew and nothing is
     * learned. Both listening pays -2, both opening the tiger's door -50, both the other 20, different doors -100, one opening the
     * tiger's door while the other listens -101, the other door 9. The best values for 2 and 3 steps are -4 and 5.1908.
     *
     * <p>Each sees what it heard last: 0 nothing yet, 1 left, 2 right. State {@code 5 tiger + sound}, the tiger being left in 0 to 4.
     *
     * @param steps the horizon, at least 1
     * @throws IllegalArgumentException if there is no step
     */
    public static FiniteDecPomdp tiger(int steps) {
        int states = 2 * SOUNDS;
        double[] start = new double[states];
        start[0] = 0.5;
        start[SOUNDS] = 0.5;
        int[][] heard = new int[2][states];
        for (int s = 0; s < states; s++) {
            int sound = s % SOUNDS;
            heard[0][s] = sound == 0 ? 0 : 1 + (sound - 1) / 2;
            heard[1][s] = sound == 0 ? 0 : 1 + (sound - 1) % 2;
        }
        return FiniteDecPomdp.of(
                steps, start, heard, new int[] {3, 3}, (s, joint) -> tigerPays(s / SOUNDS, joint), (s, joint) -> {
                    double[] next = new double[states];
                    boolean quiet = joint[0] == LISTEN && joint[1] == LISTEN;
                    for (int tiger = 0; tiger < 2; tiger++) {
                        double there = quiet ? (tiger == s / SOUNDS ? 1 : 0) : 0.5;
                        for (int sound = 1; sound < SOUNDS; sound++) {
                            double first = (sound - 1) / 2 == tiger ? HEARS_RIGHTLY : 1 - HEARS_RIGHTLY;
                            double second = (sound - 1) % 2 == tiger ? HEARS_RIGHTLY : 1 - HEARS_RIGHTLY;
                            next[tiger * SOUNDS + sound] = there * (quiet ? first * second : 0.25);
                        }
                    }
                    return next;
                });
    }

    private static double tigerPays(int tiger, int... joint) {
        int tigersDoor = tiger == 0 ? OPEN_LEFT : OPEN_RIGHT;
        if (joint[0] == joint[1]) {
            return joint[0] == LISTEN ? -2 : joint[0] == tigersDoor ? -50 : 20;
        }
        if (joint[0] != LISTEN && joint[1] != LISTEN) {
            return -100;
        }
        return Math.max(joint[0], joint[1]) == tigersDoor ? -101 : 9;
    }

    /**
     * {@link SwitchRiddle}. Each agent sees 0 outside the room, 1 inside with the bulb off, 2 with the bulb on; outside its action does
     * not matter. State {@code (visitor 2^n + who has been there) 2 + bulb}; the last one is the end.
     *
     * @param agents 2 or 3
     * @throws IllegalArgumentException for any other number
     */
    public static FiniteDecPomdp riddle(int agents) {
        Require.that(agents == 2 || agents == 3, "The riddle is written down for 2 or 3 agents, not " + agents + ".");
        int sets = 1 << agents;
        int end = agents * sets * 2;
        double[] start = new double[end + 1];
        int[][] seen = new int[agents][end + 1];
        for (int visitor = 0; visitor < agents; visitor++) {
            start[(visitor * sets + (1 << visitor)) * 2] = 1.0 / agents;
            for (int k = 0; k < sets * 2; k++) {
                seen[visitor][visitor * sets * 2 + k] = 1 + k % 2;
            }
        }
        int[] actions = new int[agents];
        Arrays.fill(actions, 3);
        return FiniteDecPomdp.of(
                SwitchRiddle.of(agents).days(),
                start,
                seen,
                actions,
                (s, joint) -> {
                    boolean told = s != end && joint[s / (2 * sets)] == SwitchRiddle.TELL;
                    return told ? (s / 2 % sets == sets - 1 ? 1 : -1) : 0;
                },
                (s, joint) -> {
                    if (s == end || joint[s / (2 * sets)] == SwitchRiddle.TELL) {
                        return oneHot(end + 1, end);
                    }
                    int bulb = joint[s / (2 * sets)] == SwitchRiddle.TOGGLE ? 1 - s % 2 : s % 2;
                    double[] next = new double[end + 1];
                    for (int visitor = 0; visitor < agents; visitor++) {
                        next[(visitor * sets + (s / 2 % sets | 1 << visitor)) * 2 + bulb] = 1.0 / agents;
                    }
                    return next;
                });
    }

    private static double[] oneHot(int n, int index) {
        double[] row = new double[n];
        row[index] = 1;
        return row;
    }
}
