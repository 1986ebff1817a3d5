package marl.deep;

import java.util.Arrays;
import marl.agent.JointTransition;
import marl.nn.Optimiser;
import marl.random.Rng;
import marl.replay.Batch;
import marl.replay.EpisodeBatch;
import marl.replay.ReplayShape;

/** The part of a team that learns: networks, their targets, replay and update. */
final class TeamCore {

    /** Hidden units of each layer of the central value's mixer. */
    private static final int CENTRAL_HIDDEN = 64;

    private static final int NOTHING = -1;

    private final TeamQSettings settings;
    private final TeamShape shape;
    private final TeamNets nets;
    private final TeamNets target;
    private final TeamNets central;
    private final TeamNets centralTarget;
    private final TeamLoss loss;
    private final SequenceLoss sequenceLoss;
    private final Optimiser optimiser;
    private final TeamReplay replay;
    private final Rng sampling;
    private final double[][] seen;
    private final double[][] next;
    private final int[] last;
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
        sequenceLoss = new SequenceLoss(settings, nets, target);
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
        last = new int[shape.agents()];
        Arrays.fill(last, NOTHING);
    }

    private TeamNets drawn(MixerKind kind, Rng weights) {
        return TeamNets.of(
                shape, settings.hidden(), settings.memory(), settings.sharing(), kind, settings.precision(), weights);
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
        Arrays.fill(last, NOTHING);
    }

    void learn(JointTransition t) {
        require(t.actions());
        if (replay.add(encoded(t))) {
            update();
        }
        if (t.over()) {
            Arrays.fill(last, NOTHING);
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
        encode(t.observations(), last, seen);
        encode(t.nextObservations(), t.actions(), next);
        System.arraycopy(t.actions(), 0, last, 0, last.length);
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

    private void encode(double[][] observations, int[] before, double[][] out) {
        if (observations.length != shape.agents()) {
            throw new IllegalArgumentException(
                    "This team has " + shape.agents() + " agents, but got " + observations.length + " observations.");
        }
        for (int agent = 0; agent < observations.length; agent++) {
            Seat.write(
                    shape.encodings().get(agent), shape.lastAction(), observations[agent], before[agent], out[agent]);
        }
    }

    /** One step of learning on a fresh batch; returns the loss before it. */
    double update() {
        double before = settings.memory().recurrent() ? updateAlongEpisodes() : updateOnBatch();
        if (settings.replay() instanceof ReplayPlan.Transitions && updates() % settings.targetEvery() == 0) {
            updateTargets();
        }
        return before;
    }

    private double updateOnBatch() {
        Batch batch = replay.sample(sampling);
        return optimiser.minimise(tape -> loss.of(tape, batch));
    }

    private double updateAlongEpisodes() {
        EpisodeBatch episodes = replay.sequences(sampling);
        return optimiser.minimise(tape -> sequenceLoss.of(tape, episodes));
    }

    private void updateTargets() {
        target.copyFrom(nets);
        if (centralTarget != target) {
            centralTarget.copyFrom(central);
        }
    }
}
