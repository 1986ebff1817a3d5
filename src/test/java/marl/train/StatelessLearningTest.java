package marl.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import marl.agent.JointActionLearner;
import marl.agent.Learner;
import marl.agent.QLearner;
import marl.agent.Schedule;
import marl.env.StatelessGame;
import marl.experiment.Interval;
import marl.experiment.Outcome;
import marl.experiment.Sweep;
import marl.experiment.SweepResult;
import marl.game.CoverGame;
import marl.game.Credit;
import marl.game.Games;
import marl.game.GaussianSqueeze;
import marl.game.NoisyGame;
import marl.game.StageGame;
import org.junit.jupiter.api.Test;

/**
 * Which joint action learners of team games end at, over seeds. Step size 0.1, exploration 1 * 0.998^t, 2,000 rounds, 300
 * runs. The expected shares were computed independently in Python over 300 runs; 6 points are at least two standard errors
 * of the difference of two such shares (2.9 points at 85 %), and a share of 0 or 1 is met exactly.
 */
class StatelessLearningTest {
    private static final int RUNS = 300;
    private static final Schedule STEP = Schedule.constant(0.1);
    private static final Schedule EXPLORE = Schedule.exponential(1, 0.998);

    private static List<Learner> team(double hysteresis, int actions, int agents) {
        return QLearner.stateless(actions)
                .alpha(STEP)
                .epsilon(EXPLORE)
                .hysteresis(hysteresis)
                .team(agents);
    }

    private static List<Learner> independent() {
        return team(1, 3, 2);
    }

    private static List<Learner> hysteretic() {
        return team(0.1, 3, 2);
    }

    private static List<Learner> distributed() {
        return team(0, 3, 2);
    }

    private static List<Learner> joint() {
        return JointActionLearner.of(3, 3).alpha(STEP).epsilon(EXPLORE).team();
    }

    private static SweepResult ends(StageGame game, Supplier<List<Learner>> learners) {
        StatelessGame played = StatelessGame.of(game);
        return Sweep.seeds(RUNS)
                .run(seed -> Outcome.of(
                        "payoff",
                        Play.of(played, learners.get())
                                .rounds(2_000)
                                .seed(seed)
                                .run()
                                .greedyPayoff()));
    }

    private static double share(StageGame game, double payoff, Supplier<List<Learner>> learners) {
        return ends(game, learners).share("payoff", payoff).mean();
    }

    private static double central(StageGame game, double payoff) {
        return share(game.inOneHand(), payoff, () -> team(1, 9, 1));
    }

    @Test
    void climbing() {
        StageGame game = Games.climbing();
        SweepResult independent = ends(game, StatelessLearningTest::independent);
        assertEquals(0, independent.share("payoff", 11).mean());
        assertEquals(0.91, independent.share("payoff", 5).mean(), 0.06);
        assertEquals(0.09, independent.share("payoff", 6).mean(), 0.06);
        assertEquals(0, share(game, 11, StatelessLearningTest::joint));
        assertEquals(0.86, share(game, 11, StatelessLearningTest::hysteretic), 0.06);
        assertEquals(1, share(game, 11, StatelessLearningTest::distributed));
        assertEquals(1, central(game, 11));
    }

    @Test
    void penalty() {
        StageGame free = Games.penalty(0);
        assertEquals(1, share(free, 10, StatelessLearningTest::independent));
        assertEquals(1, share(free, 10, StatelessLearningTest::joint));
        assertEquals(1, share(free, 10, StatelessLearningTest::hysteretic));
        assertEquals(1, share(free, 10, StatelessLearningTest::distributed));
        StageGame dear = Games.penalty(-10);
        assertEquals(0.85, share(dear, 10, StatelessLearningTest::independent), 0.06);
        assertEquals(0.68, share(dear, 10, StatelessLearningTest::joint), 0.06);
        StageGame ruinous = Games.penalty(-100);
        assertEquals(0, share(ruinous, 10, StatelessLearningTest::independent));
        assertEquals(1, share(ruinous, 10, StatelessLearningTest::distributed));
        assertEquals(1, central(ruinous, 10));
    }

    /**
     * Luck misleads the optimists: distributed Q-learning, which never fails without noise, mostly ends at (b, b) now, where
     * the luckiest payoff is; one hand, which averages, does not care. Wilson bounds over 300 runs.
     */
    @Test
    void noiseBreaksDistributedLearning() {
        for (NoisyGame game : List.of(NoisyGame.partlyStochasticClimbing(), NoisyGame.fullyStochasticClimbing())) {
            SweepResult optimists = ends(game, StatelessLearningTest::distributed);
            assertTrue(optimists.share("payoff", 11).high() < 0.45, game.name());
            assertTrue(optimists.share("payoff", 7).low() > 0.55, game.name());
            assertEquals(1, central(game, 11), game.name());
        }
        SweepResult penalty = ends(NoisyGame.partlyStochasticPenalty(-10), StatelessLearningTest::distributed);
        assertTrue(penalty.share("payoff", 2).low() > 0.55);
        assertEquals(1, share(NoisyGame.fullyStochasticPenalty(-10), 10, StatelessLearningTest::distributed));
    }

    private static SweepResult cover(int agents, Credit credit, int runs) {
        CoverGame game = CoverGame.of(agents, agents);
        StatelessGame played = StatelessGame.of(game.credit(credit));
        return Sweep.seeds(runs).run(seed -> {
            List<Learner> team = QLearner.stateless(agents)
                    .alpha(0.1)
                    .epsilon(Schedule.linear(0.5, 0, 2_100))
                    .team(agents);
            Plays plays = Play.of(played, team).rounds(3_000).seed(seed).run();
            return Outcome.of("covered", game.covered(plays.greedy()));
        });
    }

    /** Ten agents nearly cope with the team's reward, twenty never do; with difference rewards all runs are complete. */
    @Test
    void coverNeedsCreditAsTheTeamGrows() {
        SweepResult ten = cover(10, Credit.TEAM, 40);
        SweepResult twenty = cover(20, Credit.TEAM, 40);
        // The mean of two samples of 40 with sd 0.8: within three standard errors of their difference, 0.54.
        assertEquals(16.95, twenty.mean("covered"), 0.54);
        assertEquals(0, twenty.share("covered", 20).mean());
        assertEquals(9.95, ten.mean("covered"), 0.15);
        assertEquals(0.95, ten.share("covered", 10).mean(), 0.15);
        for (Credit own : List.of(Credit.LOCAL, Credit.DIFFERENCE)) {
            assertEquals(1, cover(20, own, 40).share("covered", 20).mean(), own.name());
        }
        assertEquals(1, cover(5, Credit.TEAM, 40).share("covered", 5).mean());
    }

    /** Paid by shares everybody adds too much, as in a tragedy of the commons. */
    @Test
    void squeezeBySharesIsATragedy() {
        GaussianSqueeze game = GaussianSqueeze.of(100, 9, 400, 200);
        double[] sums = Sweep.seeds(10)
                .run(seed -> {
                    List<Learner> team = QLearner.stateless(10)
                            .alpha(0.1)
                            .epsilon(Schedule.linear(0.5, 0, 2_100))
                            .team(100);
                    Plays plays = Play.of(StatelessGame.of(game.credit(Credit.LOCAL)), team)
                            .rounds(3_000)
                            .seed(seed)
                            .run();
                    return Outcome.of("sum", Arrays.stream(plays.greedy()).sum());
                })
                .column("sum");
        Interval sum = Interval.t(sums);
        assertTrue(sum.low() > 600, "the best sum is 445, but shares lead to " + sum);
    }
}
