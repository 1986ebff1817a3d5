package marl.deep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import marl.env.MarkovGame;
import marl.nn.Precision;
import marl.random.Require;

/**
 * Collects the settings of an {@link ActorCritic} by name. It begins with PPO as it is used for teams: two hidden layers of 64,
 * Adam 1e-3, gamma .99, lambda .95, 64 worlds of 25 steps, 4 epochs of 4 minibatches, clip .2, entropy bonus .01, gradients
 * clipped at .5, a local critic, all agents sharing one actor and one critic that see their number. Only the seed has no default.
 */
public final class ActorCriticBuilder {
    private final MarkovGame game;
    private List<Integer> hidden = List.of(64, 64);
    private double learningRate = 1e-3;
    private double gamma = 0.99;
    private double lambda = 0.95;
    private int worlds = 64;
    private int steps = 25;
    private int epochs = 4;
    private int minibatches = 4;
    private double clip = 0.2;
    private double entropyBonus = 0.01;
    private double valueWeight = 0.5;
    private double clipNorm = 0.5;
    private CriticKind critic = CriticKind.LOCAL;
    private boolean sharing = true;
    private boolean ids = true;
    private boolean scaleAdvantages = true;
    private boolean scaleValues;
    private Optional<Precision> precision = Optional.empty();
    private int threads = 1;
    private OptionalLong seed = OptionalLong.empty();

    ActorCriticBuilder(MarkovGame game) {
        this.game = game;
    }

    /** REINFORCE (Williams 1992): one step a batch along the returns, no critic, no clipping of ratios, no entropy bonus. */
    public ActorCriticBuilder reinforce() {
        return critic(CriticKind.NONE)
                .advantages(1, false)
                .passes(1, 1)
                .clip(Double.POSITIVE_INFINITY)
                .entropyBonus(0);
    }

    /** Advantage actor-critic (Mnih et al. 2016): as {@link #reinforce}, with a local critic and lambda .95. */
    public ActorCriticBuilder actorCritic() {
        return reinforce().critic(CriticKind.LOCAL).advantages(0.95, false);
    }

    /** Sizes of the hidden layers, all tanh. */
    public ActorCriticBuilder hidden(int... sizes) {
        hidden = Arrays.stream(sizes).boxed().toList();
        return this;
    }

    /** The learning rate of Adam. */
    public ActorCriticBuilder learningRate(double rate) {
        learningRate = rate;
        return this;
    }

    /** The discount. */
    public ActorCriticBuilder gamma(double discount) {
        gamma = discount;
        return this;
    }

    /** The share of later errors in an advantage, and whether the advantages of a batch are shifted and scaled. */
    public ActorCriticBuilder advantages(double lambdaShare, boolean scaled) {
        lambda = lambdaShare;
        scaleAdvantages = scaled;
        return this;
    }

    /** How many worlds play side by side, and how many steps of each make a batch. */
    public ActorCriticBuilder batch(int worldCount, int stepCount) {
        worlds = worldCount;
        steps = stepCount;
        return this;
    }

    /** How often a batch is gone through, and in how many parts each time. */
    public ActorCriticBuilder passes(int epochCount, int minibatchCount) {
        epochs = epochCount;
        minibatches = minibatchCount;
        return this;
    }

    /** The clip range of PPO; infinite for none. */
    public ActorCriticBuilder clip(double range) {
        clip = range;
        return this;
    }

    /** The weight of the policy's entropy. */
    public ActorCriticBuilder entropyBonus(double weight) {
        entropyBonus = weight;
        return this;
    }

    /** The weight of the critic's squared error. */
    public ActorCriticBuilder valueWeight(double weight) {
        valueWeight = weight;
        return this;
    }

    /** The longest gradient; infinite for no clipping. */
    public ActorCriticBuilder clipNorm(double longest) {
        clipNorm = longest;
        return this;
    }

    /** What the critic sees. */
    public ActorCriticBuilder critic(CriticKind kind) {
        critic = kind;
        return this;
    }

    /** Whether all agents share one actor and one critic. */
    public ActorCriticBuilder sharing(boolean on) {
        sharing = on;
        return this;
    }

    /** Whether each agent's number is part of what networks see. */
    public ActorCriticBuilder ids(boolean on) {
        ids = on;
        return this;
    }

    /** Whether the critic learns returns shifted and scaled by those seen so far. */
    public ActorCriticBuilder scaleValues(boolean on) {
        scaleValues = on;
        return this;
    }

    /** What the networks are kept in; the fastest there is, unless said otherwise. */
    public ActorCriticBuilder precision(Precision value) {
        precision = Optional.of(value);
        return this;
    }

    /** One thread or two; the results are the same. */
    public ActorCriticBuilder threads(int count) {
        threads = count;
        return this;
    }

    /** The seed of weights, worlds, actions and minibatches. */
    public ActorCriticBuilder seed(long value) {
        seed = OptionalLong.of(value);
        return this;
    }

    /**
     * The learner.
     *
     * @throws IllegalArgumentException if a setting is out of range, there are more minibatches than rows for each, or agents
     *     that share a network have different controls
     * @throws IllegalStateException if the seed was not given
     */
    public ActorCritic build() {
        Require.given("an actor-critic", new String[] {"seed"}, seed.isPresent());
        return new ActorCritic(
                game,
                new ActorCriticSettings(
                        hidden,
                        learningRate,
                        gamma,
                        lambda,
                        worlds,
                        steps,
                        epochs,
                        minibatches,
                        clip,
                        entropyBonus,
                        valueWeight,
                        clipNorm,
                        critic,
                        sharing,
                        ids,
                        scaleAdvantages,
                        scaleValues,
                        precision.orElseGet(Precision::best),
                        threads,
                        seed.getAsLong()));
    }
}
