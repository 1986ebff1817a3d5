package marl.env;

/**
 * Where an episode stands: not started, running or over, and how many steps in. Environments keep one to refuse steps at
 * the wrong moment and to know their time limit. Not thread-safe, like the game it belongs to.
 */
public final class EpisodeClock {
    /** A time limit that never comes. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    private final String game;
    private final int limit;
    private int steps;
    private boolean started;
    private boolean over;

    /**
     * A clock for a game.
     *
     * @param game the game's name, for messages
     * @param limit after how many steps an episode is truncated, at least 1, or {@link #NO_LIMIT};
     *     IllegalArgumentException otherwise
     */
    public EpisodeClock(String game, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("An episode needs at least one step, but the limit is " + limit + ".");
        }
        this.game = game;
        this.limit = limit;
    }

    /** A new episode begins. */
    public void start() {
        steps = 0;
        started = true;
        over = false;
    }

    /**
     * Refuses to go on before the first reset.
     *
     * @throws IllegalStateException before the first reset
     */
    public void requireStarted() {
        if (!started) {
            throw new IllegalStateException("No episode of " + game + " has begun; call reset(seed) first.");
        }
    }

    /**
     * Refuses to go on when no episode is running.
     *
     * @throws IllegalStateException unless an episode is running
     */
    public void requireRunning() {
        requireStarted();
        if (over) {
            throw new IllegalStateException("This episode of " + game + " is over after " + steps
                    + " steps; call reset(seed) to start another.");
        }
    }

    /** Counts a step that ended the world or did not; returns whether the time limit has now cut the episode off. */
    public boolean tick(boolean terminated) {
        steps++;
        boolean truncated = !terminated && steps >= limit;
        over = terminated || truncated;
        return truncated;
    }

    /** Steps taken in this episode. */
    public int steps() {
        return steps;
    }

    /** The time limit in steps. */
    public int limit() {
        return limit;
    }

    /** A clock that stands where this one stands. */
    public EpisodeClock copy() {
        EpisodeClock copy = new EpisodeClock(game, limit);
        copy.steps = steps;
        copy.started = started;
        copy.over = over;
        return copy;
    }
}
