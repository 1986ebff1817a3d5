package marl.replay;

import java.util.Arrays;
import marl.nn.Staging;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Episodes, or pieces of them, for learners with a memory: time is slowest, so that step t of the e-th of E is row {@code t *
 * E + e} of {@link #steps()}. Short ones end in blank rows. A network with a memory walks over {@link #sequences()}, which
 * hold one observation more than there are steps: the one after the last. Like a {@link Batch} it is overwritten by the next
 * draw of the same size.
 */
public final class EpisodeBatch {
    private final int episodes;
    private final int longest;
    private final int before;
    private final Batch steps;
    private final BatchPart sequences;
    private final BatchPart burnIn;
    private final int[] lengths;
    private final int[] burnInLengths;
    private final int row;

    EpisodeBatch(Staging staging, int episodes, int longest, int before, ReplayShape shape) {
        this.episodes = episodes;
        this.longest = longest;
        this.before = before;
        steps = new Batch(staging, episodes * longest, shape);
        sequences = new BatchPart(staging, (longest + 1) * episodes, shape.agents(), shape.input());
        burnIn = new BatchPart(staging, Math.max(1, before) * episodes, shape.agents(), shape.input());
        lengths = new int[episodes];
        burnInLengths = new int[episodes];
        row = shape.agents() * shape.input();
    }

    boolean is(int numberOfEpisodes, int steps, int stepsBefore) {
        return episodes == numberOfEpisodes && longest == steps && before == stepsBefore;
    }

    void start() {
        steps.start();
        sequences.stale();
        burnIn.stale();
        Arrays.fill(sequences.staged, 0f);
        Arrays.fill(burnIn.staged, 0f);
    }

    /** Takes the steps from, ..., to - 1 of an episode, and up to so many as there is room for before them as burn-in. */
    void put(int e, Transitions of, int from, int to) {
        lengths[e] = to - from;
        for (int t = 0; t < longest; t++) {
            int b = t * episodes + e;
            if (from + t < to) {
                of.unpack(from + t, steps, b);
                copy(Batch.OBSERVATION, b, b);
            } else {
                steps.blank(b);
            }
        }
        int last = (to - from - 1) * episodes + e;
        copy(Batch.NEXT_OBSERVATION, last, last + episodes);
        burnInLengths[e] = Math.min(before, from);
        for (int t = 0; t < burnInLengths[e]; t++) {
            of.observations(from - burnInLengths[e] + t, burnIn.staged, (t * episodes + e) * row);
        }
    }

    private void copy(int part, int fromRow, int toRow) {
        System.arraycopy(steps.staged(part), fromRow * row, sequences.staged, toRow * row, row);
    }

    /** How many episodes, or pieces, there are: E. */
    public int episodes() {
        return episodes;
    }

    /** How many steps the longest has: T. */
    public int longest() {
        return longest;
    }

    /** How many steps each has, E numbers from 1 to T. */
    public int[] lengths() {
        return lengths.clone();
    }

    /** The steps, T * E rows with time slowest, blank behind the end of an episode. */
    public Batch steps() {
        return steps;
    }

    /**
     * What was seen at each step and after the last, [(T + 1) * E * agents, observation + fingerprint]: agent i in step t of
     * e is row {@code (t * E + e) * agents + i}. Behind that it is 0.
     */
    public INDArray sequences() {
        return sequences.all();
    }

    /** The same of one agent, [(T + 1) * E, observation + fingerprint]. */
    public INDArray sequences(int agent) {
        return sequences.of(agent);
    }

    /**
     * What was seen before the first step of each piece, [B * E * agents, observation + fingerprint] for a burn-in of B, time
     * slowest; a single step of 0 if there is none.
     */
    public INDArray burnIn() {
        return burnIn.all();
    }

    /** How many of these steps each piece has, E numbers from 0 to B: fewer than B where the episode began later. */
    public int[] burnInLengths() {
        return burnInLengths.clone();
    }
}
