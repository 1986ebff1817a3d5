package marl.replay;

import java.util.ArrayList;
import java.util.List;
import marl.agent.JointTransition;
import marl.nn.Precision;
import marl.nn.Staging;
import marl.random.Rng;

/**
 * The last whole episodes, for learning from them again in any order, as PyMARL does (Samvelyan et al. 2019): a ring
 * that forgets the oldest.
 *
 * <p>A batch has a row for every step of the episodes drawn: step t of the e-th is row {@code e * longest + t}. Shorter
 * episodes end in blank rows, all 0, also in {@link Batch#filled()}; a loss is sum(filled * error^2) / sum(filled).
 * Awkward: a batch is as large as its longest episode, so memory is taken for every length that occurs.
 */
public final class EpisodeReplay {
    private static final int FIRST_STEPS = 8;

    private final int capacity;
    private final ReplayShape shape;
    private final List<Episode> episodes = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final List<EpisodeBatch> sequences = new ArrayList<>();
    private final UniformDraw draw;
    private final Staging staging;
    private int size;
    private int next;

    private static final class Episode {
        final Transitions transitions;
        int steps;

        Episode(ReplayShape shape) {
            transitions = new Transitions(shape, FIRST_STEPS);
        }
    }

    private EpisodeReplay(Precision precision, int capacity, ReplayShape shape) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A replay buffer keeps at least one episode, not " + capacity + ".");
        }
        this.capacity = capacity;
        this.shape = shape;
        draw = new UniformDraw(capacity + 1);
        staging = Staging.of(precision);
        episodes.add(new Episode(shape));
    }

    /** A buffer for this many episodes with transitions of this shape, whose batches come in this precision. */
    public static EpisodeReplay of(Precision precision, int capacity, ReplayShape shape) {
        return new EpisodeReplay(precision, capacity, shape);
    }

    /** How many whole episodes are there. */
    public int size() {
        return size;
    }

    /** How many episodes fit in. */
    public int capacity() {
        return capacity;
    }

    /**
     * Adds a team's transition to the episode that is under way.
     *
     * @param transition copied; empty masks mean that everything is legal
     * @param fingerprint as many numbers as the shape says
     * @throws IllegalArgumentException as {@link ReplayBuffer#add(JointTransition, double...)} does
     */
    public void add(JointTransition transition, double... fingerprint) {
        Episode now = episodes.get(next);
        Transitions steps = now.transitions;
        if (now.steps == steps.capacity()) {
            steps.resize(2 * now.steps);
        }
        steps.put(now.steps, transition, fingerprint);
        now.steps++;
    }

    /**
     * The episode under way is whole, however it ended, and can be drawn.
     *
     * @throws IllegalStateException if it is empty
     */
    public void endEpisode() {
        if (episodes.get(next).steps == 0) {
            throw new IllegalStateException("An episode of no step cannot end; add a step first.");
        }
        // One slot more than the capacity, so that the episode under way never overwrites one that can be drawn.
        next = (next + 1) % (capacity + 1);
        if (next == episodes.size()) {
            episodes.add(new Episode(shape));
        }
        episodes.get(next).steps = 0;
        size = Math.min(size + 1, capacity);
    }

    /** Forgets the steps of the episode under way. */
    public void dropEpisode() {
        episodes.get(next).steps = 0;
    }

    /**
     * Draws whole episodes uniformly without duplicates; the same generator draws the same ones. The batch is
     * overwritten by the next draw.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public Batch sample(int numberOfEpisodes, Rng rng) {
        int[] chosen = choose(numberOfEpisodes, rng);
        int longest = longest(chosen, numberOfEpisodes);
        Batch batch = batch(numberOfEpisodes * longest);
        batch.start();
        for (int e = 0; e < numberOfEpisodes; e++) {
            Episode episode = episodes.get(chosen[e]);
            for (int t = 0; t < longest; t++) {
                if (t < episode.steps) {
                    episode.transitions.unpack(t, batch, e * longest + t);
                } else {
                    batch.blank(e * longest + t);
                }
            }
        }
        return batch;
    }

    /**
     * Draws whole episodes as {@link #sample} does, the same ones for the same generator, with time slowest: for learners with a
     * memory.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public EpisodeBatch sequences(int numberOfEpisodes, Rng rng) {
        int[] chosen = choose(numberOfEpisodes, rng);
        EpisodeBatch batch = sequences(numberOfEpisodes, longest(chosen, numberOfEpisodes), 0);
        for (int e = 0; e < numberOfEpisodes; e++) {
            Episode episode = episodes.get(chosen[e]);
            batch.put(e, episode.transitions, 0, episode.steps);
        }
        return batch;
    }

    /**
     * Draws a piece of each of so many episodes: up to {@code length} steps from a step on that is drawn uniformly among those
     * that leave room for them, the whole episode if it is shorter.
     *
     * @param burnIn how many steps before the piece are handed over with it
     * @throws IllegalArgumentException if there are fewer episodes, or a length below 1 or a burn-in below 0
     */
    public EpisodeBatch pieces(int numberOfEpisodes, int length, int burnIn, Rng rng) {
        if (length < 1 || burnIn < 0) {
            throw new IllegalArgumentException(
                    "A piece of an episode has at least one step and a burn-in of 0 or more, but" + " got " + length
                            + " and " + burnIn + ".");
        }
        int[] chosen = choose(numberOfEpisodes, rng);
        EpisodeBatch batch = sequences(numberOfEpisodes, Math.min(length, longest(chosen, numberOfEpisodes)), burnIn);
        for (int e = 0; e < numberOfEpisodes; e++) {
            Episode episode = episodes.get(chosen[e]);
            int from = rng.below(Math.max(1, episode.steps - length + 1));
            batch.put(e, episode.transitions, from, Math.min(episode.steps, from + length));
        }
        return batch;
    }

    /** Draws places of the ring, in an array that is used again. */
    private int[] choose(int numberOfEpisodes, Rng rng) {
        if (numberOfEpisodes < 1 || numberOfEpisodes > size) {
            throw new IllegalArgumentException("A batch holds 1 to " + size + " of the episodes collected so far, but "
                    + numberOfEpisodes + " were asked for; collect more first.");
        }
        int[] chosen = draw.from(size, numberOfEpisodes, rng);
        int oldest = size < capacity ? 0 : next + 1;
        for (int e = 0; e < numberOfEpisodes; e++) {
            chosen[e] = (oldest + chosen[e]) % (capacity + 1);
        }
        return chosen;
    }

    private int longest(int[] chosen, int n) {
        int longest = 0;
        for (int e = 0; e < n; e++) {
            longest = Math.max(longest, episodes.get(chosen[e]).steps);
        }
        return longest;
    }

    private EpisodeBatch sequences(int numberOfEpisodes, int longest, int burnIn) {
        for (EpisodeBatch batch : sequences) {
            if (batch.is(numberOfEpisodes, longest, burnIn)) {
                batch.start();
                return batch;
            }
        }
        EpisodeBatch fresh = new EpisodeBatch(staging, numberOfEpisodes, longest, burnIn, shape);
        sequences.add(fresh);
        fresh.start();
        return fresh;
    }

    private Batch batch(int rows) {
        for (Batch batch : batches) {
            if (batch.size() == rows) {
                return batch;
            }
        }
        Batch fresh = new Batch(staging, rows, shape);
        batches.add(fresh);
        return fresh;
    }

    @Override
    public String toString() {
        return "EpisodeReplay " + size + " of " + capacity + " episodes, " + shape;
    }
}
