package marl.deep;

import java.util.ArrayList;
import java.util.List;
import marl.agent.Policy;
import marl.env.GameBatch;
import marl.env.MarkovGame;
import marl.random.Require;
import marl.random.Rng;

/**
 * Multi-agent deep deterministic policy gradient (Lowe et al. 2017, algorithm 1): every agent has an actor that sees its own
 * observation only, so that each can play alone, and a critic that sees all observations and all actions while learning. So what
 * the others do is part of what a critic is told, and not something that shifts beneath it. Agents may be paid as they like:
 * a team, rivals, or both.
 *
 * <p>An agent's critic learns y = r + gamma Q'(next observations, next actions of all target actors) (eq. 6), its actor climbs the
 * new critic's slope by its own action, with the others' actions from the replay (eq. 5). Targets follow by Polyak averaging. What
 * terminated has no next value; what was cut off by the clock has. Networks are ReLU, and an actor's last layer goes through tanh
 * into the bounds of its controls; action numbers are drawn by Gumbel-softmax, straight through.
 *
 * <p>What differs from the authors' program: all agents learn from one batch and from targets as they were before it, where the
 * authors draw anew for each agent and move its targets at once, so agents can learn side by side, with the same bits. And actions
 * by number are hard in play, target and loss; theirs are soft everywhere.
 *
 * <p>Awkward: it plays its own worlds, so it is no {@code Learner} of the run loops; numbers in the replay have 32 bits in either
 * precision; and all actions must be legal at all times.
 */
public final class Maddpg {
    private final MarkovGame game;
    private final MaddpgSettings settings;
    private final MaddpgShape shape;
    private final List<MaddpgAgent> agents = new ArrayList<>();
    private final MaddpgWorlds worlds;
    private final MaddpgReplay replay;
    private final MaddpgBatch batch;
    private final Rng drawing;
    private long steps;
    private long waiting;
    private double latest = Double.NaN;

    Maddpg(MarkovGame game, MaddpgSettings settings) {
        this.game = game.copy();
        this.settings = settings;
        shape = new MaddpgShape(game);
        for (int agent = 0; agent < game.agents(); agent++) {
            agents.add(new MaddpgAgent(shape, agent, settings));
        }
        worlds = new MaddpgWorlds(
                game, settings, shape, agents.stream().map(MaddpgAgent::actor).toList());
        replay = new MaddpgReplay(shape, settings.capacity());
        batch = new MaddpgBatch(shape, settings.batch(), settings.precision());
        drawing = Rng.of(settings.seed(), "replay", 0);
    }

    /** Begins the settings of a learner for all agents of a game, with usual ones; the seed must be given. */
    public static MaddpgBuilder of(MarkovGame game) {
        return new MaddpgBuilder(game);
    }

    /**
     * Plays and learns until so many steps of all worlds together have been played in all, in whole rounds.
     *
     * @return the mean returns of the episodes that ended in each round, as means over the agents; a round in which none ended
     *     repeats the one before, and is NaN if there is none
     * @throws IllegalArgumentException if an observation or a reward is not finite
     * @throws IllegalStateException if a loss is not a finite number, or an action is not legal
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public double[] train(long untilSteps) {
        List<Double> means = new ArrayList<>();
        try (Hands hands = new Hands(settings.threads())) {
            while (steps < untilSteps) {
                for (int step = 0; step < settings.roundSteps(); step++) {
                    step(hands);
                }
                double mean = worlds.takeFinished();
                latest = Double.isNaN(mean) ? latest : mean;
                means.add(latest);
            }
        }
        return means.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void step(Hands hands) {
        boolean random = steps < settings.warmUp();
        hands.run(1, part -> worlds.step(replay, random));
        steps += settings.worlds();
        if (steps < settings.warmUp() || replay.size() < settings.batch()) {
            return;
        }
        waiting += settings.worlds();
        while (waiting >= settings.every()) {
            waiting -= settings.every();
            update(hands);
        }
    }

    /** One step of learning for all agents, from a fresh batch. */
    void update(Hands hands) {
        replay.draw(batch, drawing);
        for (MaddpgAgent agent : agents) {
            agent.foresee(batch);
        }
        batch.showNext();
        int parts = Math.min(2, agents.size());
        hands.run(parts, part -> {
            for (int agent = part; agent < agents.size(); agent += parts) {
                agents.get(agent).learn(batch);
            }
        });
    }

    MaddpgAgent agent(int number) {
        return agents.get(number);
    }

    MaddpgShape shape() {
        return shape;
    }

    MaddpgReplay replay() {
        return replay;
    }

    /** Steps played so far, of all worlds together: what papers call environment steps. */
    public long steps() {
        return steps;
    }

    /** The settings it was built with. */
    public MaddpgSettings settings() {
        return settings;
    }

    /**
     * An agent's actor as it is now, without noise; learning on does not change it. It serves one thread.
     *
     * @throws IllegalArgumentException if there is no such agent
     * @throws IllegalStateException if the game takes controls; use {@link #play}
     */
    public Policy policy(int agent) {
        Require.that(
                agent >= 0 && agent < agents.size(),
                game.name() + " has agents 0 to " + (agents.size() - 1) + ", but not " + agent + ".");
        return new MaddpgPolicy(agents.get(agent).actor().copy(), game, agent);
    }

    /**
     * Plays whole episodes with the actors as they are now, without noise, and learns nothing.
     *
     * @param episodes how many
     * @param seed of the worlds
     * @return the return of each episode, as the mean over the agents
     * @throws IllegalArgumentException if there is no episode, or an observation is not finite
     */
    public double[] play(int episodes, long seed) {
        BatchEpisodes.require(episodes);
        GameBatch many = GameBatch.of(game, 0, episodes);
        MaddpgSeats seats = new MaddpgSeats(
                many, shape, agents.stream().map(agent -> agent.actor().copy()).toList());
        many.reset(seed);
        return BatchEpisodes.play(
                game.name(),
                many,
                () -> seats.act((head, world, shown, at, action, to) -> head.best(shown, at, action, to)));
    }
}
