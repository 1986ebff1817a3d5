package marl.deep;

import java.util.List;
import java.util.concurrent.TimeUnit;
import marl.agent.Transition;
import marl.env.JointAction;
import marl.env.RepeatedGame;
import marl.env.Step;
import marl.game.Games;
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

/** Two independent deep learners (5-128-128-2, batch 64) in the prisoner's dilemma: 5,000 rounds, an update each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
public class DilemmaPair {
    private static final boolean[] LEGAL = {true, true};

    @Benchmark
    public double ours() {
        DqnSettings settings = DqnSettings.published().build();
        List<DqnLearner> two = List.of(
                DqnLearner.of(Encoding.oneHot(5), 2).settings(settings).seed(1).build(),
                DqnLearner.of(Encoding.oneHot(5), 2).settings(settings).seed(2).build());
        RepeatedGame game = RepeatedGame.of(Games.prisonersDilemma()).horizon(5_000);
        Rng rng = Rng.of(3);
        double[][] seen = game.reset(1);
        double paid = 0;
        for (int round = 0; round < 5_000; round++) {
            int[] joint = {two.get(0).act(seen[0], LEGAL, rng), two.get(1).act(seen[1], LEGAL, rng)};
            Step step = game.step(JointAction.of(joint));
            for (int i = 0; i < 2; i++) {
                two.get(i)
                        .learn(new Transition(
                                seen[i], joint[i], step.rewards()[i], step.observations()[i], LEGAL, false, false));
            }
            seen = step.observations();
            paid += step.rewards()[0];
        }
        return paid;
    }
}
