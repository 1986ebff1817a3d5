package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.agent.JointTransition;
import marl.agent.Schedule;
import marl.deep.Weighting.Rule;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import marl.replay.Batch;
import marl.replay.EpisodeReplay;
import marl.replay.ReplayBuffer;
import marl.replay.ReplayShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loss of every kind of team: against loops over transitions, against finite differences, and padded. */
class TeamLossTest {
    private static final int AGENTS = 3;
    private static final int ACTIONS = 4;
    private static final int INPUTS = 5;
    private static final int STATE = 2;
    private static final double GAMMA = 0.9;
    private static final ReplayShape SHAPE =
            ReplayShape.of(AGENTS, INPUTS).withState(STATE).withMasks(ACTIONS);

    /** A kind of team, and its networks in double. */
    record Kind(MixerKind mixer, boolean sharing, boolean doubleQ, Weighting weighting) {
        TeamQSettings settings() {
            return new TeamQSettings(
                    mixer,
                    List.of(6),
                    AgentMemory.none(),
                    new OptimiserKind.Adam(1e-3),
                    GAMMA,
                    Schedule.constant(1),
                    new ReplayPlan.Transitions(10, 5, 1),
                    1,
                    doubleQ,
                    10,
                    sharing,
                    Precision.DOUBLE,
                    weighting,
                    1);
        }

        TeamNets nets(MixerKind kind, long seed) {
            List<Encoding> encodings = new ArrayList<>();
            for (int i = 0; i < AGENTS; i++) {
                encodings.add(Encoding.numbers(INPUTS));
            }
            TeamShape shape = new TeamShape(encodings, ACTIONS, STATE, false);
            return TeamNets.of(shape, List.of(6), AgentMemory.none(), sharing, kind, Precision.DOUBLE, Rng.of(seed));
        }
    }

    static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        MixerKind qmix = new MixerKind.Monotonic(MixerSettings.paper(4));
        for (boolean sharing : new boolean[] {true, false}) {
            for (boolean doubleQ : new boolean[] {true, false}) {
                for (MixerKind kind : List.of(new MixerKind.Sum(), qmix, new MixerKind.Free(5))) {
                    kinds.add(new Kind(kind, sharing, doubleQ, Weighting.none()));
                }
                kinds.add(new Kind(qmix, sharing, doubleQ, new Weighting(Rule.OPTIMISTIC, 0.3)));
                kinds.add(new Kind(qmix, sharing, doubleQ, new Weighting(Rule.CENTRAL, 0.3)));
            }
        }
        return kinds;
    }

    /** A random transition; every number is one that a float holds exactly. */
    private static JointTransition draw(Rng rng) {
        int[] actions = new int[AGENTS];
        boolean[][] legal = mask(rng);
        for (int i = 0; i < AGENTS; i++) {
            actions[i] = rng.below(ACTIONS);
            legal[i][actions[i]] = true;
        }
        double[][] seen = observations(rng);
        double reward = (float) rng.gaussian();
        double[][] next = observations(rng);
        boolean ended = rng.bernoulli(0.3);
        boolean[][] nextLegal = mask(rng);
        double[] state = numbers(STATE, rng);
        return new JointTransition(
                state, seen, legal, actions, reward, numbers(STATE, rng), next, nextLegal, ended, false);
    }

    private static double[][] observations(Rng rng) {
        double[][] seen = new double[AGENTS][];
        Arrays.setAll(seen, agent -> numbers(INPUTS, rng));
        return seen;
    }

    private static boolean[][] mask(Rng rng) {
        boolean[][] legal = new boolean[AGENTS][ACTIONS];
        for (boolean[] own : legal) {
            for (int a = 0; a < ACTIONS; a++) {
                own[a] = rng.bernoulli(0.6);
            }
            own[rng.below(ACTIONS)] = true;
        }
        return legal;
    }

    private static double[] numbers(int n, Rng rng) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (float) rng.gaussian();
        }
        return numbers;
    }

    private static List<JointTransition> samples(int n) {
        Rng rng = Rng.of(17);
        List<JointTransition> samples = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            samples.add(draw(rng));
        }
        return samples;
    }

    private static Batch batch(List<JointTransition> samples) {
        ReplayBuffer buffer = ReplayBuffer.of(Precision.DOUBLE, samples.size(), SHAPE);
        for (JointTransition s : samples) {
            buffer.add(s);
        }
        return buffer.sample(samples.size(), Rng.of(1));
    }

    private static double total(TeamNets nets, double[][] seen, int[] actions, double[] state) {
        double[] chosen = new double[AGENTS];
        for (int i = 0; i < AGENTS; i++) {
            chosen[i] = nets.network(i).values(seen[i])[actions[i]];
        }
        return nets.mixer().total(chosen, state);
    }

    private static int[] best(TeamNets nets, double[][] seen, boolean[][] legal) {
        int[] best = new int[AGENTS];
        for (int i = 0; i < AGENTS; i++) {
            double[] values = nets.network(i).values(seen[i]);
            best[i] = -1;
            for (int a = 0; a < ACTIONS; a++) {
                if (legal[i][a] && (best[i] < 0 || values[a] > values[best[i]])) {
                    best[i] = a;
                }
            }
        }
        return best;
    }

    /** The same arithmetic in loops, in double: 1e-9. */
    @ParameterizedTest
    @MethodSource("kinds")
    void itIsTheWeightedMeanOfSquaredErrors(Kind kind) {
        TeamNets nets = kind.nets(kind.mixer, 1);
        TeamNets target = kind.nets(kind.mixer, 2);
        boolean weighted = kind.weighting.central();
        TeamNets central = weighted ? kind.nets(new MixerKind.Free(5), 3) : nets;
        TeamNets centralTarget = weighted ? kind.nets(new MixerKind.Free(5), 4) : target;
        TeamLoss loss = new TeamLoss(kind.settings(), nets, target, central, centralTarget);
        List<JointTransition> samples = samples(15);
        double expected = 0;
        int low = 0;
        for (JointTransition s : samples) {
            int[] next = best(kind.doubleQ ? nets : target, s.nextObservations(), s.nextLegal());
            double future = total(weighted ? centralTarget : target, s.nextObservations(), next, s.nextState());
            double goal = s.reward() + (s.terminated() ? 0 : GAMMA * future);
            double error = total(nets, s.observations(), s.actions(), s.state()) - goal;
            double weight = 1;
            if (kind.weighting.rule() == Rule.OPTIMISTIC && error >= 0) {
                weight = 0.3;
            }
            if (kind.weighting.rule() == Rule.CENTRAL) {
                int[] now = best(nets, s.observations(), s.legal());
                boolean counts = Arrays.equals(now, s.actions())
                        || goal > total(centralTarget, s.observations(), now, s.state());
                weight = counts ? 1 : 0.3;
            }
            low += weight < 1 ? 1 : 0;
            expected += weight * error * error / samples.size();
            if (weighted) {
                double free = total(central, s.observations(), s.actions(), s.state()) - goal;
                expected += free * free / samples.size();
            }
        }
        assertTrue(!weighted || low > 0 && low < samples.size(), "both weights occur");
        assertEquals(
                expected, loss.of(Tape.of(Precision.DOUBLE), batch(samples)).item(), 1e-9 * (1 + expected));
    }

    /** Central differences of step 1e-6 at drawn weights are off by about 1e-9; targets and choices are held. */
    @ParameterizedTest
    @MethodSource("kinds")
    void itsGradientReachesEveryNetworkThatLearnsAndNoTarget(Kind kind) {
        TeamNets nets = kind.nets(kind.mixer, 1);
        TeamNets target = kind.nets(kind.mixer, 2);
        boolean weighted = kind.weighting.central();
        TeamNets central = weighted ? kind.nets(new MixerKind.Free(5), 3) : nets;
        TeamNets centralTarget = weighted ? kind.nets(new MixerKind.Free(5), 4) : target;
        TeamLoss loss = new TeamLoss(kind.settings(), nets, target, central, centralTarget);
        Batch batch = batch(samples(4));
        Tape tape = Tape.of(Precision.DOUBLE);
        Tensor at = loss.of(tape, batch);
        at.backward();
        Rng rng = Rng.of(5);
        List<Parameters> learning = new ArrayList<>(nets.parameters());
        if (weighted) {
            learning.addAll(central.parameters());
        }
        for (Parameters block : learning) {
            assertTrue(block.gradients().norm2Number().doubleValue() > 0, "gradient of " + block);
            for (int k = 0; k < 2; k++) {
                int i = rng.below(block.size());
                double weight = block.values().getDouble(i);
                double[] losses = new double[2];
                for (int side = 0; side < 2; side++) {
                    block.values().putScalar(i, weight + (side == 0 ? 1e-6 : -1e-6));
                    losses[side] = loss.of(tape.restart(), batch).item();
                }
                block.values().putScalar(i, weight);
                double difference = (losses[0] - losses[1]) / 2e-6;
                assertEquals(difference, block.gradients().getDouble(i), 1e-6 * Math.max(1, Math.abs(difference)));
            }
        }
        for (Parameters block : target.parameters()) {
            assertEquals(0, block.gradients().norm2Number().doubleValue(), "targets are constant");
        }
    }

    /** Episodes of 1, 4 and 2 steps, padded to 4: the loss of their seven transitions. */
    @ParameterizedTest
    @MethodSource("kinds")
    void blankRowsCountForNothing(Kind kind) {
        TeamNets nets = kind.nets(kind.mixer, 1);
        TeamNets target = kind.nets(kind.mixer, 2);
        boolean weighted = kind.weighting.central();
        TeamNets central = weighted ? kind.nets(new MixerKind.Free(5), 3) : nets;
        TeamLoss loss = new TeamLoss(kind.settings(), nets, target, central, weighted ? central : target);
        List<JointTransition> samples = samples(7);
        EpisodeReplay replay = EpisodeReplay.of(Precision.DOUBLE, 3, SHAPE);
        for (int i = 0; i < 7; i++) {
            JointTransition s = samples.get(i);
            replay.add(s);
            if (i == 0 || i == 4 || i == 6) {
                replay.endEpisode();
            }
        }
        Batch padded = replay.sample(3, Rng.of(1));
        assertEquals(12, padded.size());
        double whole = loss.of(Tape.of(Precision.DOUBLE), batch(samples)).item();
        assertEquals(whole, loss.of(Tape.of(Precision.DOUBLE), padded).item(), 1e-12 * (1 + whole));
    }
}
