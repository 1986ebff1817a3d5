package marl.env;

/** What the agents of particle worlds do in one step: read from an array of action numbers, or from one of controls. */
sealed interface ParticleControls {
    /** Writes an agent's force, its control times this acceleration, to two places of {@code force}. */
    void push(int world, int agent, double acceleration, double[] force, int at);

    /** Writes what an agent says, one number for each word. */
    void words(int world, int agent, double[] said, int at);

    /**
     * Action numbers: 0 stays, 1 left, 2 right, 3 down, 4 up; a speaker's number is its word.
     *
     * @param actions [world][agent], flat
     * @param agents in each world
     * @param words how many there are
     */
    record Numbers(int[] actions, int agents, int words) implements ParticleControls {
        @Override
        public void push(int world, int agent, double acceleration, double[] force, int at) {
            int action = actions[world * agents + agent];
            force[at] = action == 1 ? -acceleration : action == 2 ? acceleration : 0;
            force[at + 1] = action == 3 ? -acceleration : action == 4 ? acceleration : 0;
        }

        @Override
        public void words(int world, int agent, double[] said, int at) {
            for (int word = 0; word < words; word++) {
                said[at + word] = word == actions[world * agents + agent] ? 1 : 0;
            }
        }
    }

    /**
     * Controls in [0, 1]: nothing, left, right, down, up; a speaker says the numbers themselves.
     *
     * @param controls [world][agent][width], flat
     * @param agents in each world
     * @param width of one agent's part
     * @param words how many there are
     */
    record Vectors(double[] controls, int agents, int width, int words) implements ParticleControls {
        @Override
        public void push(int world, int agent, double acceleration, double[] force, int at) {
            int from = (world * agents + agent) * width;
            force[at] = (controls[from + 2] - controls[from + 1]) * acceleration;
            force[at + 1] = (controls[from + 4] - controls[from + 3]) * acceleration;
        }

        @Override
        public void words(int world, int agent, double[] said, int at) {
            System.arraycopy(controls, (world * agents + agent) * width, said, at, words);
        }
    }
}
