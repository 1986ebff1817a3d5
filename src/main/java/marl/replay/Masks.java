package marl.replay;

import java.util.Arrays;

/** What was forbidden before and after each transition, a bit for each agent and action; 0 where it was legal. */
final class Masks {
    /** Added to the value of a forbidden action: far below every value, and finite, so that 0 times it is 0. */
    static final float FORBIDDEN = -1e9f;

    /** Before the transition. */
    static final int NOW = 0;

    /** After it. */
    static final int NEXT = 1;

    private final int agents;
    private final int actions;
    private final int words;
    private long[] bits;

    Masks(ReplayShape shape, int capacity) {
        agents = shape.agents();
        actions = shape.actions();
        words = (agents * actions + Long.SIZE - 1) / Long.SIZE;
        bits = new long[2 * capacity * words];
    }

    void resize(int capacity) {
        bits = Arrays.copyOf(bits, 2 * capacity * words);
    }

    private int start(int transition, int side) {
        return (2 * transition + side) * words;
    }

    void check(int side, boolean[][] legal) {
        boolean right = legal.length == agents;
        for (int i = 0; right && i < agents; i++) {
            right = legal[i].length == actions;
        }
        if (!right) {
            throw new IllegalArgumentException(
                    "This buffer takes a flag for each of " + actions + " actions of " + agents + " agents.");
        }
        for (int i = 0; i < agents; i++) {
            boolean any = false;
            for (boolean flag : legal[i]) {
                any |= flag;
            }
            if (!any) {
                throw new IllegalArgumentException("Agent " + i + " has no legal action"
                        + (side == NOW
                                ? ", though it acted; look where the masks are made."
                                : " next, though the game goes on; let it stay or end the game."));
            }
        }
    }

    void clear(int transition, int side) {
        int start = start(transition, side);
        Arrays.fill(bits, start, start + words, 0);
    }

    void put(int transition, int side, boolean[][] legal) {
        clear(transition, side);
        int start = start(transition, side);
        for (int i = 0, bit = 0; i < agents; i++) {
            for (int a = 0; a < actions; a++, bit++) {
                if (!legal[i][a]) {
                    bits[start + bit / Long.SIZE] |= 1L << bit;
                }
            }
        }
    }

    /** Whether anything was forbidden on this side of the transition. */
    boolean any(int transition, int side) {
        int start = start(transition, side);
        boolean any = false;
        for (int w = 0; w < words; w++) {
            any |= bits[start + w] != 0;
        }
        return any;
    }

    /** Puts {@link #FORBIDDEN} where it belongs in row b of the batch, which is 0. */
    void unpack(int transition, int side, float[] to, int b) {
        int start = start(transition, side);
        int n = agents * actions;
        for (int bit = 0; bit < n; bit++) {
            if ((bits[start + bit / Long.SIZE] >>> bit & 1) == 1) {
                to[b * n + bit] = FORBIDDEN;
            }
        }
    }
}
