package marl.train;

import java.util.List;
import java.util.concurrent.TimeUnit;
import marl.agent.Learner;
import marl.agent.QLearner;
import marl.agent.Schedule;
import marl.env.RepeatedGame;
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

/** Forty pairs of tabular learners who remember the last round of the prisoner's dilemma, 150,000 rounds each, two threads. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DilemmaSeeds {

    @Benchmark
    public SweepResult ours() {
        RepeatedGame dilemma = RepeatedGame.of(Games.prisonersDilemma()).horizon(100);
        return Sweep.seeds(40).threads(2).run(seed -> {
            List<Learner> pair = QLearner.of(dilemma.index(), 2)
                    .alpha(0.05)
                    .epsilon(Schedule.linear(1, 0, 1_000))
                    .gamma(0.95)
                    .team(2);
            Episodes log = Training.of(dilemma, pair).episodes(1_500).seed(seed).run();
            return Outcome.of("payoff", log.last(150).mean(0) / 100);
        });
    }
}
