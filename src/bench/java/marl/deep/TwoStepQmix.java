package marl.deep;

import java.util.concurrent.TimeUnit;
import marl.agent.JointTransition;
import marl.random.Rng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * QMIX on the two-step game of Rashid et al. 2018, section 5: 5,000 random episodes of two steps, after each of them an
 * update on 32 episodes of the last 500, networks with a hidden layer of 64, mixing 8, RMSProp.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
public class TwoStepQmix {
    private static final int EPISODES = 5_000;
    private static final boolean[][] LEGAL = {{true, true}, {true, true}};
    private static final double[][] PAYS = {{0, 1}, {1, 8}};

    @Benchmark
    public double ours() {
        TeamQLearner team = TeamQLearner.of(new BenchGame(2, 3, 2, 3))
                .qmix(MixerSettings.paper(8))
                .hidden(64)
                .rmsProp(5e-4, 0.99, 1e-8)
                .gamma(0.99)
                .epsilon(1)
                .episodes(500, 32)
                .targetEvery(100)
                .seed(1)
                .build();
        Rng rng = Rng.of(3);
        for (int episode = 0; episode < EPISODES; episode++) {
            team.startEpisode(episode);
            int[] first = act(team, 0, rng);
            int next = 1 + first[0];
            team.learn(step(0, first, 0, next, false));
            int[] second = act(team, next, rng);
            team.learn(step(next, second, next == 1 ? 7 : PAYS[second[0]][second[1]], next, true));
        }
        return team.total(seen(2), new int[] {1, 1}, seen(2)[0]);
    }

    private static double[][] seen(int place) {
        double[] one = new double[3];
        one[place] = 1;
        return new double[][] {one, one};
    }

    private static int[] act(TeamQLearner team, int place, Rng rng) {
        double[] seen = seen(place)[0];
        return new int[] {team.actor(0).act(seen, LEGAL[0], rng), team.actor(1).act(seen, LEGAL[1], rng)};
    }

    private static JointTransition step(int from, int[] actions, double reward, int to, boolean ended) {
        double[][] now = seen(from);
        double[][] next = seen(to);
        return new JointTransition(now[0], now, LEGAL, actions, reward, next[0], next, LEGAL, ended, false);
    }
}
