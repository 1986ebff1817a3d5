package marl.deep;

import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.env.Step;
import marl.random.Rng;

/**
 * Each agent sees a cue of its own, 0 or 1, in the first step or a later one, else blanks; in the last step it is to do what the cue said. Each
 * is paid the mean over the agents of +1 for right and -1 for wrong, in the last step only. Best with a memory: 1. Best
 * without: 0, since the last observation says nothing.
 */
final class CueGame implements MarkovGame {
    private final int agents;
    private final int steps;
    private final int cueAt;
    private int[] cues;
    private int at;

    CueGame(int agents, int steps) {
        this(agents, steps, 0);
    }

    CueGame(int agents, int steps, int cueAt) {
        this.agents = agents;
        this.steps = steps;
        this.cueAt = cueAt;
        cues = new int[agents];
    }

    @Override
    public int agents() {
        return agents;
    }

    @Override
    public Space observationSpace(int agent) {
        return Space.Box.of(2, 0, 1);
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(2);
    }

    @Override
    public double[][] reset(long seed) {
        Rng rng = Rng.of(seed, "cues", 0);
        cues = new int[agents];
        for (int i = 0; i < agents; i++) {
            cues[i] = rng.below(2);
        }
        at = 0;
        return seen();
    }

    private double[][] seen() {
        double[][] seen = new double[agents][2];
        for (int i = 0; i < agents && at == cueAt; i++) {
            seen[i][cues[i]] = 1;
        }
        return seen;
    }

    @Override
    public Step step(JointAction joint) {
        int[] actions = ((JointAction.Discrete) joint).actions();
        at++;
        boolean last = at == steps;
        double paid = 0;
        for (int i = 0; i < agents && last; i++) {
            paid += (actions[i] == cues[i] ? 1.0 : -1.0) / agents;
        }
        double[] rewards = new double[agents];
        java.util.Arrays.fill(rewards, paid);
        return new Step(seen(), rewards, last, false);
    }

    @Override
    public double[] state() {
        double[] state = new double[agents + 1];
        for (int i = 0; i < agents; i++) {
            state[i] = cues[i];
        }
        state[agents] = (double) at / steps;
        return state;
    }

    @Override
    public CueGame copy() {
        CueGame copy = new CueGame(agents, steps, cueAt);
        copy.cues = cues.clone();
        copy.at = at;
        return copy;
    }

    @Override
    public String name() {
        return "cue and " + (steps - 1) + " blanks";
    }
}
