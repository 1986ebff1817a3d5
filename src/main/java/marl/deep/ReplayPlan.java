package marl.deep;

/** What a team's replay keeps, what it draws, and how often it learns. */
public sealed interface ReplayPlan {

    /**
     * Whole episodes, as in PyMARL: an update after every episode once there are enough for a batch.
     *
     * @param capacity episodes kept
     * @param batch episodes in an update, whose steps all count the same
     */
    record Episodes(int capacity, int batch) implements ReplayPlan {
        /** Checks the numbers. */
        public Episodes {
            require(capacity, batch, 1);
        }
    }

    /**
     * Single transitions, as in DQN: an update every few steps once there are enough for a batch.
     *
     * @param capacity transitions kept
     * @param batch transitions in an update
     * @param every steps between updates
     */
    record Transitions(int capacity, int batch, int every) implements ReplayPlan {
        /** Checks the numbers. */
        public Transitions {
            require(capacity, batch, every);
        }
    }

    private static void require(int capacity, int batch, int every) {
        if (batch < 1 || every < 1) {
            throw new IllegalArgumentException(
                    "Batch and update interval are at least 1, not " + batch + " and " + every + ".");
        }
        if (capacity < batch) {
            throw new IllegalArgumentException(
                    "A buffer of " + capacity + " cannot give a batch of " + batch + ": enlarge it.");
        }
    }
}
