package marl.env;

/**
 * What one agent keeps in mind of its own past: a few numbers that its own observations and actions move on. It is given nothing
 * else, so no memory can hold what the agent did not see. {@link Remembering} shows it to the agent beside what it sees now.
 */
public interface Memory {
    /** How many numbers it has. */
    int size();

    /** What it holds before the first step, a new array. */
    double[] start();

    /**
     * What it holds one step later, a new array.
     *
     * @param memory what it held
     * @param observation what the agent saw while it held that
     * @param action what the agent then did
     */
    double[] next(double[] memory, double[] observation, int action);

    /**
     * One number: 1 if this coordinate was other than 0 in any earlier step, else 0. In the {@link SwitchRiddle} coordinate 0 makes it
     * "has been in the room before".
     */
    static Memory ever(int coordinate) {
        return of(1, (memory, observation, action) -> new double[] {observation[coordinate] != 0 ? 1 : memory[0]});
    }

    /** One number: the action of the step before, counted from 1; 0 in the first step. */
    static Memory lastAction() {
        return of(1, (memory, observation, action) -> new double[] {action + 1.0});
    }

    /** One number: this coordinate of the first observation plus 1; 0 in the first step, which is seen as it is. */
    static Memory first(int coordinate) {
        return of(1, (memory, observation, action) ->
                new double[] {memory[0] != 0 ? memory[0] : observation[coordinate] + 1});
    }

    /** A step of a memory. */
    @FunctionalInterface
    interface Update {
        /** As {@link Memory#next}. */
        double[] next(double[] memory, double[] observation, int action);
    }

    /**
     * Any memory of your own; it starts with zeros.
     *
     * @param size how many numbers, at least 1
     * @throws IllegalArgumentException if there is none
     */
    static Memory of(int size, Update update) {
        if (size < 1) {
            throw new IllegalArgumentException(
                    "A memory holds at least one number, not " + size + "; without one, play the game as it is.");
        }
        return new Memory() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public double[] start() {
                return new double[size];
            }

            @Override
            public double[] next(double[] memory, double[] observation, int action) {
                return update.next(memory, observation, action);
            }
        };
    }
}
