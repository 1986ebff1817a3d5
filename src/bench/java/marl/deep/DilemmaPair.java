package marl.deep;

import java.util.List;
import java.util.concurrent.TimeUnit;
import marl.env.RepeatedGame;
import marl.game.Games;
import marl.train.Training;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Two independent deep learners (5-128-128-2, batch 64) in the prisoner's dilemma: 5,000 rounds, an update each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
public class DilemmaPair {
    @Param({"1 thread", "2 threads"})
    public String threads;

    @Benchmark
    public double ours() {
        DqnSettings settings = DqnSettings.published().build();
        List<DqnLearner> two = List.of(
                DqnLearner.of(Encoding.oneHot(5), 2).settings(settings).seed(1).build(),
                DqnLearner.of(Encoding.oneHot(5), 2).settings(settings).seed(2).build());
        return Training.of(RepeatedGame.of(Games.prisonersDilemma()).horizon(5_000), two)
                .threads(Integer.parseInt(threads.substring(0, 1)))
                .seed(3)
                .run()
                .mean(0);
    }
}
