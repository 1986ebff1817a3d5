package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.agent.JointTransition;
import marl.agent.Schedule;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.random.Rng;
import marl.replay.EpisodeBatch;
import marl.replay.EpisodeReplay;
import marl.replay.ReplayShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loss of recurrent Q-learning over pieces of an episode, from every start, against plain loops. */
class DrqnLossTest {
    private static final int INPUTS = 3;
    private static final int ACTIONS = 4;
    private static final int UNITS = 6;
    private static final int STEPS = 7;
    private static final double GAMMA = 0.9;

    static List<SequenceStart> starts() {
        return List.of(
                new SequenceStart.WholeEpisodes(),
                new SequenceStart.Zero(3),
                new SequenceStart.BurnIn(3, 2),
                new SequenceStart.BurnIn(3, 20),
                new SequenceStart.Stored(3),
                new SequenceStart.Zero(20));
    }

    private static DrqnSettings settings(SequenceStart start, boolean doubleQ) {
        return new DrqnSettings(
                List.of(5),
                new AgentMemory(UNITS, false),
                1e-3,
                GAMMA,
                Schedule.constant(1),
                new ReplayPlan.Episodes(3, 1),
                start,
                1,
                doubleQ,
                10,
                Precision.DOUBLE,
                1);
    }

    private static AgentNetwork network(long seed) {
        return AgentNetwork.of(
                new int[] {INPUTS, 5, ACTIONS}, new AgentMemory(UNITS, false), Precision.DOUBLE, Rng.of(seed));
    }

    private static double[] numbers(int n, Rng rng) {
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> (float) rng.gaussian());
        return numbers;
    }

    /** The step's number is told by its reward, so that a piece can be found again. */
    private static List<JointTransition> episode(boolean cut, Rng rng) {
        List<JointTransition> steps = new ArrayList<>();
        double[] seen = numbers(INPUTS, rng);
        double[] stored = numbers(UNITS, rng);
        for (int t = 0; t < STEPS; t++) {
            double[] next = numbers(INPUTS, rng);
            double[] storedNext = numbers(UNITS, rng);
            boolean[] legal = new boolean[ACTIONS];
            for (int a = 0; a < ACTIONS; a++) {
                legal[a] = a == 1 || rng.bernoulli(0.5);
            }
            boolean last = t == STEPS - 1;
            steps.add(new JointTransition(
                    stored,
                    new double[][] {seen},
                    new boolean[0][],
                    new int[] {rng.below(ACTIONS)},
                    t,
                    storedNext,
                    new double[][] {next},
                    new boolean[][] {legal},
                    last && !cut,
                    last && cut));
            seen = next;
            stored = storedNext;
        }
        return steps;
    }

    @ParameterizedTest
    @MethodSource("starts")
    void theLossIsThatOfPlainLoops(SequenceStart start) {
        for (int trial = 0; trial < 12; trial++) {
            Rng rng = Rng.of(trial);
            boolean doubleQ = trial % 2 == 0;
            List<JointTransition> steps = episode(trial % 3 == 0, rng);
            EpisodeReplay replay = EpisodeReplay.of(
                    Precision.DOUBLE,
                    3,
                    ReplayShape.of(1, INPUTS).withMasks(ACTIONS).withState(UNITS));
            steps.forEach(replay::add);
            replay.endEpisode();
            DrqnSettings settings = settings(start, doubleQ);
            AgentNetwork network = network(trial);
            AgentNetwork target = network(trial + 100);
            EpisodeBatch drawn = DrqnLoss.draw(settings, replay, rng);
            int from = (int) drawn.steps().rewards().getDouble(0);
            int to = from + drawn.lengths()[0];
            double actual = new DrqnLoss(settings, network, target)
                    .of(Tape.of(Precision.DOUBLE), drawn)
                    .item();
            double[][] own = along(network, start, steps, from, to);
            double[][] judged = along(target, start, steps, from, to);
            double sum = 0;
            for (int t = from; t < to; t++) {
                JointTransition step = steps.get(t);
                double[] choosing = doubleQ ? own[t + 1 - from] : judged[t + 1 - from];
                int best = 1;
                for (int a = 0; a < ACTIONS; a++) {
                    boolean may = step.terminated() || step.nextLegal()[0][a];
                    best = may && choosing[a] > choosing[best] ? a : best;
                }
                double y = step.reward() + (step.terminated() ? 0 : GAMMA * judged[t + 1 - from][best]);
                double error = y - own[t - from][step.actions()[0]];
                sum += error * error;
            }
            double expected = sum / (to - from);
            assertEquals(expected, actual, 1e-9 * Math.max(1, expected), start + ", trial " + trial);
        }
    }

    private static double[][] along(
            AgentNetwork network, SequenceStart start, List<JointTransition> steps, int from, int to) {
        PlainAgent plain = new PlainAgent(network.parameters());
        double[] hidden = new double[UNITS];
        if (start instanceof SequenceStart.Stored) {
            hidden = Arrays.stream(steps.get(from).state()).toArray();
        } else if (start instanceof SequenceStart.BurnIn burned) {
            for (int t = Math.max(0, from - burned.burnIn()); t < from; t++) {
                plain.step(steps.get(t).observations()[0], hidden);
            }
        }
        double[][] values = new double[to - from + 1][];
        for (int t = from; t <= to; t++) {
            double[] seen =
                    t < to ? steps.get(t).observations()[0] : steps.get(t - 1).nextObservations()[0];
            values[t - from] = plain.step(seen, hidden);
        }
        return values;
    }
}
