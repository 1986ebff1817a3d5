package marl.selfplay;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongConsumer;
import marl.agent.Learner;
import marl.agent.SoftmaxLearner;
import marl.env.MarkovGame;
import marl.env.TurnGame;
import marl.game.MatrixGame;

/**
 * Trains a learner in a game of two against frozen selves. In each episode one seat learns; the other is held by whom the
 * {@link Sampler} picks: the latest self, taken when the episode begins, a former one from the {@link OpponentPool}, or the
 * time average. Where the seats differ (matching pennies), give a learner for each; then each trains against the other's
 * selves.
 *
 * <p>All chance comes from the seed. {@link #run} may be called again and goes on; {@link #save} and {@link #resume} let
 * another program go on, bit for bit. An interrupt ends a run between two episodes, and within very long ones, with a
 * java.util.concurrent.CancellationException; stopped within an episode, it goes on as another run would.
 *
 * <p>Awkward: whether it gets better is not to be read off what it is paid, because the opponent changes too. Measure the
 * exploitability ({@link marl.game.NashConv}) or the worst case. Frozen selves play {@link Learner#greedy}, so a softmax
 * learner's still draw, and a Q-learner's do not explore.
 *
 * <pre>{@code
 * SoftmaxLearner learner = SoftmaxLearner.of(3).rate(0.05).build();
 * SelfPlay.of(Games.rockPaperScissors(), learner).sampler(Sampler.uniform()).seed(7).run(20_000);
 * }</pre>
 */
public final class SelfPlay {
    private final Trainer trainer;

    private SelfPlay(Arena arena, Learner... learners) {
        if (learners.length == 1) {
            arena.requireOneForBothSeats();
        } else if (learners[0] == learners[1]) {
            throw new IllegalArgumentException(
                    "One learner was given for both seats of " + arena.name() + "; give it once.");
        }
        trainer = new Trainer(
                arena,
                Arrays.stream(learners)
                        .map(learner -> new Role(learner, new OpponentPool(50, Drop.OLDEST)))
                        .toArray(Role[]::new));
    }

    /**
     * One learner for both seats of a matrix game that looks the same from both. This is the quick way; any other learner
     * plays {@code StatelessGame.of(game)}.
     *
     * @throws IllegalArgumentException if the game does not look the same from both seats, or is not for two
     */
    public static SelfPlay of(MatrixGame game, SoftmaxLearner learner) {
        return new SelfPlay(new MatrixArena(game), learner);
    }

    /** A learner for each seat of a matrix game of two. */
    public static SelfPlay of(MatrixGame game, SoftmaxLearner first, SoftmaxLearner second) {
        return new SelfPlay(new MatrixArena(game), first, second);
    }

    /**
     * One learner for both seats of a game in which both act at once. Either seat must look like the other, or an
     * observation must tell which it is.
     *
     * @throws IllegalArgumentException if the seats' spaces differ, or the game is not for two
     */
    public static SelfPlay of(MarkovGame game, Learner learner) {
        return new SelfPlay(new MarkovArena(game), learner);
    }

    /** A learner for each seat of a game in which both act at once. */
    public static SelfPlay of(MarkovGame game, Learner first, Learner second) {
        return new SelfPlay(new MarkovArena(game), first, second);
    }

    /** One learner for both seats of a game of turns; its steps go from one turn of its own to the next. */
    public static SelfPlay of(TurnGame game, Learner learner) {
        return new SelfPlay(new TurnArena(game), learner);
    }

    /** A learner for each seat of a game of turns. */
    public static SelfPlay of(TurnGame game, Learner first, Learner second) {
        return new SelfPlay(new TurnArena(game), first, second);
    }

    /** How many former selves are kept, at least 1, and which goes when that is full; 50 and the oldest unless said. */
    public SelfPlay pool(int capacity, Drop drop) {
        trainer.requireNotBegun();
        for (Role role : trainer.roles) {
            role.pool = new OpponentPool(capacity, drop);
        }
        return this;
    }

    /** After how many episodes of its own a learner adds itself to its pool, at least 1; 100 unless said. */
    public SelfPlay snapshotEvery(int episodes) {
        trainer.requireNotBegun();
        trainer.snapshotEvery = positive(episodes);
        return this;
    }

    /** Whom it meets; the latest self with probability 0.8, else any of the pool, unless said. */
    public SelfPlay sampler(Sampler whom) {
        trainer.requireNotBegun();
        trainer.sampler = whom;
        return this;
    }

    /** Which seat learns; both in turn unless said. */
    public SelfPlay seats(Seats which) {
        trainer.requireNotBegun();
        trainer.seats = which;
        return this;
    }

    /**
     * How many episodes old the latest self may be before it is taken anew, at least 1, which is also the default. Taking
     * it copies everything learned, which is slow for a large table or network.
     */
    public SelfPlay refresh(int episodes) {
        trainer.requireNotBegun();
        trainer.refresh = positive(episodes);
        return this;
    }

    /** The seed of all chance; 0 unless said. */
    public SelfPlay seed(long value) {
        trainer.requireNotBegun();
        trainer.seed = value;
        return this;
    }

    /** Does something after each {@code count} episodes, such as measuring; it is given how many are done in all. */
    public SelfPlay every(int count, LongConsumer action) {
        trainer.every = positive(count);
        trainer.then = action;
        return this;
    }

    private static int positive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Say 1 or more episodes, not " + count + ".");
        }
        return count;
    }

    /**
     * Plays so many episodes more.
     *
     * @return what the learning seat was paid in each of them
     * @throws IllegalArgumentException if there are fewer than 0, or the sampler needs what the learner does not have
     * @throws IllegalStateException if an episode reaches {@link marl.env.StepLimit#LEARNING}
     */
    public double[] run(int episodes) {
        if (episodes < 0) {
            throw new IllegalArgumentException("Say 0 or more episodes, not " + episodes + ".");
        }
        return trainer.run(episodes);
    }

    /** How many episodes have been played, those before {@link #resume} included. */
    public long episodes() {
        return trainer.done;
    }

    /** The former selves of the learner in this seat, live: read it, and leave it alone. */
    public OpponentPool pool(int seat) {
        return trainer.roles[seat % trainer.roles.length].pool;
    }

    /**
     * Writes everything to a file: learners, pools, generators and counters. It is written beside the file and then moved,
     * so that a stopped machine leaves the old file or the new one.
     *
     * @throws IllegalStateException if a learner is no {@link marl.agent.StorableLearner}
     * @throws IllegalArgumentException if there is a file of that name which self-play did not write
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void save(Path file) {
        trainer.begin();
        PlayFile.write(file, trainer);
    }

    /**
     * Goes back, or forward, to where {@link #save} wrote this file. This object must have been made with equal settings,
     * and its learners in the same way as those that were saved.
     *
     * @throws IllegalStateException if a learner is no {@link marl.agent.StorableLearner}
     * @throws IllegalArgumentException if the file is damaged or not of self-play, or was saved with other settings or
     *     learners; then nothing has changed
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public SelfPlay resume(Path file) {
        trainer.begin();
        PlayFile.read(file, trainer);
        return this;
    }

    @Override
    public String toString() {
        return "SelfPlay of " + trainer.settings() + ": " + trainer.done + " episodes";
    }
}
