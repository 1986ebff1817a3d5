package marl.env;

import java.util.Arrays;

/**
 * A game whose agents have a {@link Memory} each: an observation is followed by what the agent remembers of the steps before. So a
 * policy without memory of this game is one with finite memory of the game inside, and every learner of the course can learn it.
 *
 * <p>State, rewards and endings are those of the game inside. Where that has no state to look at ({@link DecPomdp#execution}), this
 * has none either.
 */
public final class Remembering extends OtherRewards {
    private final Memory memory;
    private final double[][] kept;
    private double[][] seen;

    private Remembering(MarkovGame game, Memory memory, double[][] kept, double[][] seen) {
        super(game);
        this.memory = memory;
        this.kept = kept;
        this.seen = seen;
    }

    /** This game, played in a copy, with a memory of this kind for each agent. */
    public static Remembering of(MarkovGame game, Memory memory) {
        return new Remembering(game.copy(), memory, new double[game.agents()][], new double[game.agents()][]);
    }

    /** A box: the coordinates of the game inside, then the memory's, which are not bounded. */
    @Override
    public Space observationSpace(int agent) {
        Space inside = game.observationSpace(agent);
        int n = inside.dimension();
        double[] low = new double[n + memory.size()];
        double[] high = low.clone();
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        if (inside instanceof Space.Box box) {
            System.arraycopy(box.low(), 0, low, 0, n);
            System.arraycopy(box.high(), 0, high, 0, n);
        } else if (inside instanceof Space.Discrete discrete) {
            low[0] = 0;
            high[0] = discrete.n() - 1.0;
        }
        return new Space.Box(low, high);
    }

    @Override
    public double[][] reset(long seed) {
        double[][] first = game.reset(seed);
        Arrays.setAll(kept, i -> memory.start());
        return shown(first);
    }

    /**
     * Steps.
     *
     * @throws IllegalArgumentException if the game refuses the action, or the agents have control vectors: memories are told indices
     */
    @Override
    public Step step(JointAction action) {
        Step step = game.step(action);
        for (int i = 0; i < kept.length; i++) {
            kept[i] = memory.next(kept[i], seen[i], action.discrete(i));
        }
        return new Step(shown(step.observations()), step.rewards(), step.terminated(), step.truncated());
    }

    private double[][] shown(double[][] observations) {
        seen = observations;
        double[][] all = new double[kept.length][];
        for (int i = 0; i < all.length; i++) {
            int n = observations[i].length;
            all[i] = Arrays.copyOf(observations[i], n + memory.size());
            System.arraycopy(kept[i], 0, all[i], n, memory.size());
        }
        return all;
    }

    @Override
    public Remembering copy() {
        return new Remembering(game.copy(), memory, kept.clone(), seen.clone());
    }

    @Override
    public String name() {
        return game.name() + " with memory";
    }
}
