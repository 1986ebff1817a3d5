package marl.deep;

import java.util.Arrays;
import marl.agent.JointTransition;
import marl.nn.Optimiser;
import marl.random.Rng;
import marl.replay.Batch;
import marl.replay.ReplayShape;

/** The part of a team that learns: networks, their targets, replay and update. */
final class TeamCore {

    /** Hidden units of each layer of the central value's mixer. */
    private static final int CENTRAL_HIDDEN = 64;

    private final TeamQSettings settings;
    private final TeamShape shape;
    private final TeamNets nets;
    private final TeamNets target;
    private final TeamNets central;
    private final TeamNets centralTarget;
    private final TeamLoss loss;
    private final Optimiser optimiser;
    private final TeamReplay replay;
    private final Rng sampling;
    private final double[][] seen;
    private final double[][] next;
    private long episodes;

    TeamCore(TeamQSettings settings, TeamShape shape) {
        this.settings = settings;
        this.shape = shape;
        Rng weights = Rng.of(settings.seed(), "weights", 0);
        boolean weighted = settings.weighting().central();
        nets = drawn(settings.mixer(), weights);
        target = nets.copy();
        central = weighted ? drawn(new MixerKind.Free(CENTRAL_HIDDEN), weights) : nets;
        centralTarget = weighted ? central.copy() : target;
        loss = new TeamLoss(settings, nets, target, central, centralTarget);
        optimiser = weighted
                ? settings.optimiser().on(nets, central)
                : settings.optimiser().on(nets);
        if (Double.isFinite(settings.clipNorm())) {
            optimiser.clipNorm(settings.clipNorm());
        }
        ReplayShape kept = ReplayShape.of(shape.agents(), shape.inputs())
                .withState(shape.stateSize())
                .withMasks(shape.actions());
        replay = TeamReplay.of(settings.replay(), settings.precision(), kept);
        sampling = Rng.of(settings.seed(), "replay", 0);
        seen = new double[shape.agents()][shape.inputs()];
        next = new double[shape.agents()][shape.inputs()];
    }

    private TeamNets drawn(MixerKind kind, Rng weights) {
        return TeamNets.of(shape, settings.hidden(), settings.sharing(), kind, settings.precision(), weights);
    }

    TeamNets nets() {
        return nets;
    }

    TeamNets target() {
        return target;
    }

    long updates() {
        return optimiser.steps();
    }

    void startEpisode() {
        replay.startEpisode();
    }

    void learn(JointTransition t) {
        require(t.actions());
        if (replay.add(encoded(t))) {
            update();
        }
        if (t.over()) {
            episodes++;
            if (settings.replay() instanceof ReplayPlan.Episodes && episodes % settings.targetEvery() == 0) {
                updateTargets();
            }
        }
    }

    private void require(int[] actions) {
        boolean right = actions.length == shape.agents();
        for (int action : actions) {
            right &= action >= 0 && action < shape.actions();
        }
        if (!right) {
            throw new IllegalArgumentException("This team takes one of " + shape.actions() + " actions for each of "
                    + shape.agents() + " agents, not " + Arrays.toString(actions) + ".");
        }
    }

    /** The same transition with what the networks see, in arrays that the next one overwrites. */
    private JointTransition encoded(JointTransition t) {
        encode(t.observations(), seen);
        encode(t.nextObservations(), next);
        return new JointTransition(
                t.state(),
                seen,
                t.legal(),
                t.actions(),
                t.reward(),
                t.nextState(),
                next,
                t.nextLegal(),
                t.terminated(),
                t.truncated());
    }

    private void encode(double[][] observations, double[][] out) {
        if (observations.length != shape.agents()) {
            throw new IllegalArgumentException(
                    "This team has " + shape.agents() + " agents, but got " + observations.length + " observations.");
        }
        for (int agent = 0; agent < observations.length; agent++) {
            shape.encodings().get(agent).write(observations[agent], out[agent], 0);
        }
    }

    /** One step of learning on a fresh batch; returns the loss before it. */
    double update() {
        Batch batch = replay.sample(sampling);
        double before = optimiser.minimise(tape -> loss.of(tape, batch));
        if (settings.replay() instanceof ReplayPlan.Transitions && updates() % settings.targetEvery() == 0) {
            updateTargets();
        }
        return before;
    }

    private void updateTargets() {
        target.copyFrom(nets);
        if (centralTarget != target) {
            centralTarget.copyFrom(central);
        }
    }
}
