package marl.train;

import java.util.List;
import java.util.concurrent.TimeUnit;
import marl.agent.Learner;
import marl.agent.QLearner;
import marl.agent.Schedule;
import marl.env.ObservationIndex;
import marl.env.TeamDrift;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Three tabular learners in the team-drift task: 500 episodes of 100 steps, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DriftTask {
    private long seed;

    @Benchmark
    public Episodes ours() {
        List<Learner> team = QLearner.of(ObservationIndex.rounded(0, -4, 4, 0.1), 4)
                .alpha(0.1)
                .epsilon(Schedule.linear(1, 0.02, 300))
                .gamma(0.99)
                .team(3);
        return Training.of(new TeamDrift(), team).episodes(500).seed(seed++).run();
    }
}
