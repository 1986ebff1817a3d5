package marl.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.QLearner;
import marl.agent.Schedule;
import marl.env.StatelessGame;
import marl.experiment.Interval;
import marl.game.Games;
import marl.game.MatrixGame;
import marl.game.MixedStrategy;
import org.junit.jupiter.api.Test;

class TargetDriftTest {
    private static final boolean[] BOTH = {true, true};
    private static final double[] NONE = {-1, -1};

    private static QLearner learner(int actions) {
        return QLearner.stateless(actions).alpha(0.1).epsilon(0.2).build();
    }

    @Test
    void byHand() {
        Deque<double[]> targets =
                new ArrayDeque<>(List.of(new double[] {1, 0}, new double[] {1, 4}, new double[] {1, 4}));
        double[] moving = {0, 0};
        TargetDrift drift = TargetDrift.of(targets::remove, () -> moving);
        drift.record(10);
        moving[1] = 2;
        drift.record(20);
        moving[0] = 1;
        drift.record(30);
        assertArrayEquals(new double[] {10, 20, 30}, drift.times());
        assertArrayEquals(new double[] {1, 2, 2}, drift.errors());
        assertArrayEquals(new double[] {0, 4, 0}, drift.drifts());
        assertArrayEquals(new int[] {0, 1, 1}, drift.bestReplies());
        assertEquals(1, drift.replyChanges());
        assertArrayEquals(new double[] {0, 4, 4}, drift.target(1));
        assertArrayEquals(new double[] {0, 0, 1}, drift.learned(0));
        TargetDrift uneven = TargetDrift.of(() -> new double[2], () -> new double[3]);
        assertThrows(IllegalStateException.class, () -> uneven.record(0));
    }

    /** Against a partner that always does the same, the target stands still and the error falls to 0 in every seed. */
    @Test
    void aFrozenPartnerLeavesTheTargetWhereItIs() {
        MatrixGame game = Games.climbing();
        for (int seed = 0; seed < 20; seed++) {
            QLearner learner = learner(3);
            double[] partner = {0, 1, 0};
            TargetDrift drift = TargetDrift.of(
                    () -> game.deviationPayoffs(0, MixedStrategy.uniform(3), partner),
                    () -> learner.table().row(0));
            Play.of(StatelessGame.of(game), learner, Learner.frozen(Policy.always(1)))
                    .rounds(6_000)
                    .seed(seed)
                    .every(100, drift::record)
                    .run();
            assertArrayEquals(new double[60], drift.drifts());
            assertEquals(0, drift.replyChanges());
            // Each action is tried at least a fifteenth of the time: 400 visits, give or take 80, leave 0.9^300.
            assertEquals(0, drift.errors()[59], 1e-9);
        }
    }

    /** A frozen partner that mixes needs a step size that decays; a constant one keeps shaking. */
    @Test
    void aMixingPartnerNeedsADecayingStep() {
        MatrixGame game = Games.matchingPennies();
        double[] mix = {0.7, 0.3};
        double[] decaying = new double[20];
        double[] constant = new double[20];
        for (int seed = 0; seed < 20; seed++) {
            decaying[seed] = lastError(
                    game,
                    mix,
                    QLearner.stateless(2)
                            .alphaPerVisit(Schedule.harmonic())
                            .epsilon(1)
                            .build(),
                    seed);
            constant[seed] = lastError(
                    game, mix, QLearner.stateless(2).alpha(0.1).epsilon(1).build(), seed);
        }
        // Payoffs have sd 0.92: a mean of 10,000 is off by 0.009, the worse of two by 0.010 on average.
        assertTrue(Interval.t(decaying).high() < 0.02, Interval.t(decaying).toString());
        // A constant step keeps sd 0.92 sqrt(0.1 / 1.9) = 0.21; the worse of two by about 0.24.
        assertTrue(Interval.t(constant).low() > 0.1, Interval.t(constant).toString());
    }

    private static double lastError(MatrixGame game, double[] mix, QLearner learner, long seed) {
        Learner partner = Learner.frozen((seen, legal, rng) -> rng.categorical(mix));
        TargetDrift drift = TargetDrift.of(
                () -> game.deviationPayoffs(0, mix, mix), () -> learner.table().row(0));
        Play.of(StatelessGame.of(game), learner, partner)
                .rounds(20_000)
                .seed(seed)
                .every(20_000, drift::record)
                .run();
        return drift.errors()[0];
    }

    /** Two learners of matching pennies: the best reply turns round again and again, and the error never goes away. */
    @Test
    void aLearningPartnerMovesTheTarget() {
        MatrixGame game = Games.matchingPennies();
        double[] changes = new double[20];
        double[] errors = new double[20];
        for (int seed = 0; seed < 20; seed++) {
            QLearner learner = learner(2);
            QLearner partner = learner(2);
            TargetDrift drift = TargetDrift.of(
                    () -> game.deviationPayoffs(0, MixedStrategy.uniform(2), partner.probabilities(NONE, BOTH)),
                    () -> learner.table().row(0));
            Play.of(StatelessGame.of(game), learner, partner)
                    .rounds(2_000)
                    .seed(seed)
                    .every(1, drift::record)
                    .run();
            changes[seed] = drift.replyChanges();
            errors[seed] = Arrays.stream(drift.errors()).skip(1_000).average().orElseThrow();
        }
        assertTrue(Interval.t(changes).low() > 20, "best replies change: " + Interval.t(changes));
        assertTrue(Interval.t(errors).low() > 0.3, "mean error of the second half: " + Interval.t(errors));
    }
}
