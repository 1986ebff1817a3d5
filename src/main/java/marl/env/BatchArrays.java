package marl.env;

import marl.random.Require;

/** What every {@link GameBatch} keeps: numbers of worlds and agents, and the flat arrays that a step overwrites. */
abstract class BatchArrays implements GameBatch {
    final int first;
    final int worlds;
    final int agents;
    final int width;
    final int stateSize;
    final double[] observations;
    final double[] finalObservations;
    final double[] states;
    final double[] finalStates;
    final double[] rewards;
    final boolean[] terminated;
    final boolean[] truncated;

    BatchArrays(int first, int worlds, int agents, int width, int stateSize) {
        Require.that(
                worlds >= 1 && first >= 0, "A batch has at least one world, numbered from 0, but got " + worlds + ".");
        this.first = first;
        this.worlds = worlds;
        this.agents = agents;
        this.width = width;
        this.stateSize = stateSize;
        observations = new double[worlds * agents * width];
        finalObservations = new double[worlds * agents * width];
        states = new double[worlds * stateSize];
        finalStates = new double[worlds * stateSize];
        rewards = new double[worlds * agents];
        terminated = new boolean[worlds];
        truncated = new boolean[worlds];
    }

    @Override
    public final int worlds() {
        return worlds;
    }

    @Override
    public final int agents() {
        return agents;
    }

    @Override
    public final int observationSize() {
        return width;
    }

    @Override
    public final int stateSize() {
        return stateSize;
    }

    @Override
    public final double[] observations() {
        return observations;
    }

    @Override
    public final double[] states() {
        return states;
    }

    @Override
    public final double[] rewards() {
        return rewards;
    }

    @Override
    public final boolean[] terminated() {
        return terminated;
    }

    @Override
    public final boolean[] truncated() {
        return truncated;
    }

    @Override
    public final double[] finalObservations() {
        return finalObservations;
    }

    @Override
    public final double[] finalStates() {
        return finalStates;
    }
}
