package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.agent.JointTransition;
import marl.agent.Schedule;
import marl.nn.Near;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import marl.replay.EpisodeBatch;
import marl.replay.EpisodeReplay;
import marl.replay.ReplayShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The loss of teams with a memory: against loops over steps in double, padded against one by one, and both precisions. */
class SequenceLossTest {
    private static final int AGENTS = 3;
    private static final int ACTIONS = 4;
    private static final int INPUTS = 5;
    private static final int STATE = 2;
    private static final double GAMMA = 0.9;
    private static final ReplayShape SHAPE =
            ReplayShape.of(AGENTS, INPUTS).withState(STATE).withMasks(ACTIONS);

    /** A kind of team. */
    record Kind(MixerKind mixer, boolean sharing, boolean doubleQ) {
        TeamQSettings settings(Precision precision) {
            return new TeamQSettings(
                    mixer,
                    List.of(6),
                    new AgentMemory(7, false),
                    new OptimiserKind.Adam(1e-3),
                    GAMMA,
                    Schedule.constant(1),
                    new ReplayPlan.Episodes(10, 5),
                    1,
                    doubleQ,
                    10,
                    sharing,
                    precision,
                    Weighting.none(),
                    1);
        }

        TeamNets nets(Precision precision, long seed) {
            List<Encoding> encodings = new ArrayList<>();
            for (int i = 0; i < AGENTS; i++) {
                encodings.add(Encoding.numbers(INPUTS));
            }
            TeamShape shape = new TeamShape(encodings, ACTIONS, STATE, false);
            return TeamNets.of(shape, List.of(6), new AgentMemory(7, false), sharing, mixer, precision, Rng.of(seed));
        }
    }

    static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (boolean sharing : new boolean[] {true, false}) {
            for (boolean doubleQ : new boolean[] {true, false}) {
                kinds.add(new Kind(new MixerKind.Sum(), sharing, doubleQ));
                kinds.add(new Kind(new MixerKind.Monotonic(MixerSettings.paper(4)), sharing, doubleQ));
                kinds.add(new Kind(new MixerKind.Free(5), sharing, doubleQ));
            }
        }
        return kinds;
    }

    /** An episode of some steps that fit together, ended or cut off; all numbers are ones that a float holds exactly. */
    private static List<JointTransition> episode(int steps, boolean cut, Rng rng) {
        List<JointTransition> episode = new ArrayList<>();
        double[][] seen = observations(rng);
        double[] state = numbers(STATE, rng);
        boolean[][] legal = mask(rng);
        for (int t = 0; t < steps; t++) {
            int[] actions = new int[AGENTS];
            for (int i = 0; i < AGENTS; i++) {
                actions[i] = rng.below(ACTIONS);
                legal[i][actions[i]] = true;
            }
            boolean last = t == steps - 1;
            double[][] next = observations(rng);
            double[] nextState = numbers(STATE, rng);
            boolean[][] nextLegal = mask(rng);
            double reward = (float) rng.gaussian();
            episode.add(new JointTransition(
                    state, seen, legal, actions, reward, nextState, next, nextLegal, last && !cut, last && cut));
            seen = next;
            state = nextState;
            legal = nextLegal;
        }
        return episode;
    }

    private static List<List<JointTransition>> episodes(Rng rng) {
        List<List<JointTransition>> all = new ArrayList<>();
        for (int e = 0; e < 4; e++) {
            all.add(episode(1 + rng.below(5), e % 2 == 0, rng));
        }
        return all;
    }

    private static double[][] observations(Rng rng) {
        double[][] seen = new double[AGENTS][];
        Arrays.setAll(seen, agent -> numbers(INPUTS, rng));
        return seen;
    }

    private static boolean[][] mask(Rng rng) {
        boolean[][] legal = new boolean[AGENTS][ACTIONS];
        for (boolean[] own : legal) {
            own[rng.below(ACTIONS)] = true;
            for (int a = 0; a < ACTIONS; a++) {
                own[a] |= rng.bernoulli(0.6);
            }
        }
        return legal;
    }

    private static double[] numbers(int n, Rng rng) {
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> (float) rng.gaussian());
        return numbers;
    }

    private static EpisodeBatch batch(List<List<JointTransition>> episodes, Precision precision) {
        EpisodeReplay replay = EpisodeReplay.of(precision, episodes.size(), SHAPE);
        for (List<JointTransition> episode : episodes) {
            episode.forEach(replay::add);
            replay.endEpisode();
        }
        return replay.sequences(episodes.size(), Rng.of(3));
    }

    /** The hidden state goes on in plain loops: one step after the other, the one after the last included. */
    private static double[][][] along(TeamNets nets, List<JointTransition> episode) {
        double[][][] values = new double[episode.size() + 1][AGENTS][ACTIONS];
        for (int i = 0; i < AGENTS; i++) {
            PlainAgent network = new PlainAgent(nets.network(i).parameters());
            double[] hidden = new double[7];
            for (int t = 0; t <= episode.size(); t++) {
                double[] seen = t < episode.size()
                        ? episode.get(t).observations()[i]
                        : episode.get(t - 1).nextObservations()[i];
                values[t][i] = network.step(seen, hidden);
            }
        }
        return values;
    }

    private static double oracle(Kind kind, TeamNets nets, TeamNets target, List<List<JointTransition>> episodes) {
        double sum = 0;
        int count = 0;
        for (List<JointTransition> episode : episodes) {
            double[][][] own = along(nets, episode);
            double[][][] judged = along(target, episode);
            for (int t = 0; t < episode.size(); t++) {
                JointTransition step = episode.get(t);
                double[] taken = new double[AGENTS];
                double[] next = new double[AGENTS];
                for (int i = 0; i < AGENTS; i++) {
                    taken[i] = own[t][i][step.actions()[i]];
                    double[] choosing = kind.doubleQ ? own[t + 1][i] : judged[t + 1][i];
                    int best = -1;
                    for (int a = 0; a < ACTIONS; a++) {
                        boolean may = step.terminated() || step.nextLegal()[i][a];
                        if (may && (best < 0 || choosing[a] > choosing[best])) {
                            best = a;
                        }
                    }
                    next[i] = judged[t + 1][i][best];
                }
                double y = step.reward()
                        + (step.terminated() ? 0 : GAMMA * target.mixer().total(next, step.nextState()));
                double error = y - nets.mixer().total(taken, step.state());
                sum += error * error;
                count++;
            }
        }
        return sum / count;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLossIsThatOfLoopsOverStepsWhetherEpisodesEndOrAreCutOff(Kind kind) {
        for (long seed = 1; seed <= 3; seed++) {
            List<List<JointTransition>> episodes = episodes(Rng.of(seed));
            TeamNets nets = kind.nets(Precision.DOUBLE, seed);
            TeamNets target = kind.nets(Precision.DOUBLE, seed + 100);
            SequenceLoss loss = new SequenceLoss(kind.settings(Precision.DOUBLE), nets, target);
            double actual = loss.of(Tape.of(Precision.DOUBLE), batch(episodes, Precision.DOUBLE))
                    .item();
            double expected = oracle(kind, nets, target, episodes);
            assertEquals(expected, actual, 1e-10 * Math.max(1, expected), "seed " + seed);
        }
    }

    /** A padded batch is the mean over its steps: so are its loss and its gradients those of its episodes one by one. */
    @ParameterizedTest
    @MethodSource("kinds")
    void paddedRowsChangeNothing(Kind kind) {
        for (Precision precision : Precision.values()) {
            double tolerance = precision == Precision.DOUBLE ? 1e-10 : 2e-5;
            for (long seed = 1; seed <= 2; seed++) {
                List<List<JointTransition>> episodes = episodes(Rng.of(seed));
                TeamNets nets = kind.nets(precision, seed);
                SequenceLoss loss = new SequenceLoss(kind.settings(precision), nets, kind.nets(precision, seed + 100));
                double together = backward(loss, episodes, precision);
                INDArray gradients = gradients(nets);
                double sum = 0;
                INDArray gradientSum = gradients.mul(0);
                int steps = 0;
                for (List<JointTransition> episode : episodes) {
                    sum += episode.size() * backward(loss, List.of(episode), precision);
                    gradientSum.addi(gradients(nets).mul(episode.size()));
                    steps += episode.size();
                }
                assertEquals(sum / steps, together, tolerance * Math.max(1, together));
                Near.same("gradients", gradientSum.div(steps), gradients, tolerance);
            }
        }
    }

    private static double backward(SequenceLoss loss, List<List<JointTransition>> episodes, Precision precision) {
        Tensor error = loss.of(Tape.of(precision), batch(episodes, precision));
        error.backward();
        return error.item();
    }

    /** All gradients in a row; they are set to zero. */
    private static INDArray gradients(TeamNets nets) {
        List<INDArray> all = new ArrayList<>();
        for (Parameters part : nets.parameters()) {
            all.add(part.gradients().dup());
            part.zeroGradients();
        }
        return Nd4j.concat(1, all.toArray(INDArray[]::new));
    }

    /** Central differences of step 1e-5 are off by about 1e-9. The target and the choice of actions are held fixed by it. */
    @ParameterizedTest
    @MethodSource("kinds")
    void gradientsAreFiniteDifferences(Kind kind) {
        List<List<JointTransition>> episodes = episodes(Rng.of(2));
        TeamNets nets = kind.nets(Precision.DOUBLE, 2);
        SequenceLoss loss = new SequenceLoss(kind.settings(Precision.DOUBLE), nets, kind.nets(Precision.DOUBLE, 102));
        backward(loss, episodes, Precision.DOUBLE);
        EpisodeBatch batch = batch(episodes, Precision.DOUBLE);
        Tape tape = Tape.of(Precision.DOUBLE);
        for (Parameters part : nets.parameters()) {
            INDArray weights = part.values();
            for (int i = 0; i < part.size(); i += 1 + part.size() / 4) {
                double weight = weights.getDouble(i);
                weights.putScalar(i, weight + 1e-5);
                double above = loss.of(tape.restart(), batch).item();
                weights.putScalar(i, weight - 1e-5);
                double below = loss.of(tape.restart(), batch).item();
                weights.putScalar(i, weight);
                double difference = (above - below) / 2e-5;
                double gradient = part.gradients().getDouble(i);
                assertEquals(difference, gradient, 1e-6 * Math.max(1, Math.abs(difference)), "weight " + i);
            }
        }
    }
}
