package marl.train;

import java.util.concurrent.TimeUnit;
import marl.agent.QLearner;
import marl.agent.Schedule;
import marl.env.StatelessGame;
import marl.experiment.Outcome;
import marl.experiment.Sweep;
import marl.experiment.SweepResult;
import marl.game.Games;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Three hundred pairs of learners in the climbing game, 2,000 plays each, on two threads. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClimbingPairs {

    @Benchmark
    public SweepResult ours() {
        return Sweep.seeds(300)
                .threads(2)
                .run(seed -> Outcome.of(
                        "payoff",
                        Play.of(
                                        StatelessGame.of(Games.climbing()),
                                        QLearner.stateless(3)
                                                .alpha(0.1)
                                                .epsilon(Schedule.exponential(1, 0.998))
                                                .team(2))
                                .rounds(2_000)
                                .seed(seed)
                                .run()
                                .greedyPayoff()));
    }
}
