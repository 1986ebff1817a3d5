package marl.deep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import marl.env.MarkovGame;
import marl.nn.Precision;
import marl.random.Require;

/**
 * Collects the settings of a {@link Maddpg} by name. It begins with two hidden layers of 64, Adam 1e-3 for actors and 3e-3 for
 * critics, gamma .95, tau .01, batches of 256 from the last 100,000 transitions, a random warm-up of 1,000 steps, an update every 4
 * steps, 8 worlds in rounds of 25 steps, noise .5, a weight of 1e-3 on outputs and gradients clipped at .5. Discount, tau, hidden
 * sizes, weight and clipping are those of the authors' program; their learning rate of 1e-2, batch of 1,024 and update every 100
 * steps are made for far longer training. Only the seed has no default.
 */
public final class MaddpgBuilder {
    private final MarkovGame game;
    private List<Integer> hidden = List.of(64, 64);
    private double actorRate = 1e-3;
    private double criticRate = 3e-3;
    private double gamma = 0.95;
    private double tau = 0.01;
    private int batch = 256;
    private int capacity = 100_000;
    private int warmUp = 1_000;
    private int every = 4;
    private int worlds = 8;
    private int roundSteps = 25;
    private double noise = 0.5;
    private double outputPenalty = 1e-3;
    private double clipNorm = 0.5;
    private Optional<Precision> precision = Optional.empty();
    private int threads = 1;
    private OptionalLong seed = OptionalLong.empty();

    MaddpgBuilder(MarkovGame game) {
        this.game = game;
    }

    /** Sizes of the hidden layers, all ReLU. */
    public MaddpgBuilder hidden(int... sizes) {
        hidden = Arrays.stream(sizes).boxed().toList();
        return this;
    }

    /** The learning rates of Adam: the actors' and the critics'. */
    public MaddpgBuilder learningRates(double actors, double critics) {
        actorRate = actors;
        criticRate = critics;
        return this;
    }

    /** The discount. */
    public MaddpgBuilder gamma(double discount) {
        gamma = discount;
        return this;
    }

    /** How far target networks go towards their originals with each update. */
    public MaddpgBuilder tau(double share) {
        tau = share;
        return this;
    }

    /** How many transitions an update learns from, and how many are kept. */
    public MaddpgBuilder replay(int batchSize, int kept) {
        batch = batchSize;
        capacity = kept;
        return this;
    }

    /** How many steps of all worlds together are played at random before learning begins. */
    public MaddpgBuilder warmUp(int steps) {
        warmUp = steps;
        return this;
    }

    /** How many steps of all worlds together lie between two updates. */
    public MaddpgBuilder updateEvery(int steps) {
        every = steps;
        return this;
    }

    /** How many worlds play side by side, and how many steps of each make a round. */
    public MaddpgBuilder rounds(int worldCount, int stepCount) {
        worlds = worldCount;
        roundSteps = stepCount;
        return this;
    }

    /** How far controls stray in training, in halves of their range; games with action numbers have chance of their own. */
    public MaddpgBuilder noise(double deviation) {
        noise = deviation;
        return this;
    }

    /** The weight that keeps the actors' outputs small, so that their squashing does not go flat. */
    public MaddpgBuilder outputPenalty(double weight) {
        outputPenalty = weight;
        return this;
    }

    /** The longest gradient; infinite for no clipping. */
    public MaddpgBuilder clipNorm(double longest) {
        clipNorm = longest;
        return this;
    }

    /** What the networks are kept in; the fastest there is, unless said otherwise. */
    public MaddpgBuilder precision(Precision value) {
        precision = Optional.of(value);
        return this;
    }

    /** One thread or two; the results are the same. */
    public MaddpgBuilder threads(int count) {
        threads = count;
        return this;
    }

    /** The seed of weights, worlds, actions and batches. */
    public MaddpgBuilder seed(long value) {
        seed = OptionalLong.of(value);
        return this;
    }

    /**
     * The learner.
     *
     * @throws IllegalArgumentException if a setting is out of range, or controls have no finite bounds
     * @throws IllegalStateException if the seed was not given
     */
    public Maddpg build() {
        Require.given("a MADDPG", new String[] {"seed"}, seed.isPresent());
        return new Maddpg(
                game,
                new MaddpgSettings(
                        hidden,
                        actorRate,
                        criticRate,
                        gamma,
                        tau,
                        batch,
                        capacity,
                        warmUp,
                        every,
                        worlds,
                        roundSteps,
                        noise,
                        outputPenalty,
                        clipNorm,
                        precision.orElseGet(Precision::best),
                        threads,
                        seed.getAsLong()));
    }
}
