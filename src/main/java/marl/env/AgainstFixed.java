package marl.env;

import java.util.Arrays;
import marl.random.Rng;

/**
 * A game in which only one seat is free: fixed partners hold the others, so for the agent left it is an ordinary decision
 * process. All agents need discrete actions.
 *
 * <p>The partners draw from a generator of their own, seeded from the episode's seed. {@link #state} is the whole game's.
 */
public final class AgainstFixed implements MarkovGame {
    private final MarkovGame game;
    private final int seat;
    private final Partner[] partners;
    private final EpisodeClock clock;
    private double[][] seen = new double[0][];
    private Rng rng = Rng.of(0);

    private AgainstFixed(MarkovGame game, int seat, Partner[] partners, EpisodeClock clock) {
        this.game = game;
        this.seat = seat;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Leaves one seat of a game free.
     *
     * @param game played in a copy of its own
     * @param seat the free agent's number in it
     * @param partners one for each other agent, in their order
     * @throws IllegalArgumentException if there is no such seat or the number of partners does not fit
     */
    public static AgainstFixed of(MarkovGame game, int seat, Partner... partners) {
        if (seat < 0 || seat >= game.agents() || partners.length != game.agents() - 1) {
            throw new IllegalArgumentException(game.name() + " has " + game.agents()
                    + " agents, so give a seat from 0 to "
                    + (game.agents() - 1) + " and " + (game.agents() - 1) + " partners; got seat " + seat + " and "
                    + partners.length + ".");
        }
        String name = game.name() + " against fixed partners";
        return new AgainstFixed(game.copy(), seat, partners.clone(), new EpisodeClock(name, EpisodeClock.NO_LIMIT));
    }

    @Override
    public int agents() {
        return 1;
    }

    @Override
    public Space observationSpace(int agent) {
        return game.observationSpace(seat);
    }

    @Override
    public Space actionSpace(int agent) {
        return game.actionSpace(seat);
    }

    @Override
    public boolean[] legalActions(int agent) {
        return game.legalActions(seat);
    }

    @Override
    public double[][] reset(long seed) {
        rng = Rng.of(seed, "partners", 0);
        seen = game.reset(seed);
        for (Partner partner : partners) {
            partner.begin();
        }
        clock.start();
        return new double[][] {seen[seat].clone()};
    }

    @Override
    public Step step(JointAction action) {
        int own = Actions.discrete(name(), action, game.actions(seat))[0];
        clock.requireRunning();
        if (!game.legalActions(seat)[own]) {
            throw new IllegalArgumentException("Action " + own + " is not legal now; pick one of legalActions(0).");
        }
        int[] actions = new int[game.agents()];
        for (int i = 0, partner = 0; i < actions.length; i++) {
            actions[i] = i == seat ? own : partners[partner++].act(seen[i], game.legalActions(i), rng);
        }
        Step step = game.step(new JointAction.Discrete(actions));
        seen = step.observations();
        clock.tick(step.over());
        return new Step(
                new double[][] {seen[seat].clone()},
                new double[] {step.rewards()[seat]},
                step.terminated(),
                step.truncated());
    }

    @Override
    public double[] state() {
        return game.state();
    }

    @Override
    public AgainstFixed copy() {
        AgainstFixed copy = new AgainstFixed(game.copy(), seat, partners, clock.copy());
        copy.seen = Arrays.stream(seen).map(double[]::clone).toArray(double[][]::new);
        copy.rng = rng.copy();
        return copy;
    }

    @Override
    public String name() {
        return game.name() + " against fixed partners";
    }

    @Override
    public String toString() {
        return name();
    }
}
