package marl.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import marl.agent.DynaQ;
import marl.agent.Policy;
import marl.agent.QLearner;
import marl.agent.Schedule;
import marl.env.AgainstFixed;
import marl.env.DynaMaze;
import marl.env.JointControl;
import marl.env.MarkovGame;
import marl.env.MemoryOnePartner;
import marl.env.ObservationIndex;
import marl.env.RepeatedGame;
import marl.env.TeamDrift;
import marl.experiment.Curves;
import marl.experiment.Interval;
import marl.experiment.Outcome;
import marl.experiment.Sweep;
import marl.experiment.SweepResult;
import marl.game.Games;
import marl.game.MatrixGame;
import marl.solve.ExactReply;
import marl.solve.Explorer;
import marl.solve.FiniteMdp;
import marl.solve.PolicyEvaluation;
import marl.solve.TeamDriftOptimum;
import org.junit.jupiter.api.Test;

/** Learners on whole tasks, against exact values and published or independently computed figures. */
class LearningTest {
    private static final int[] EPISODES = {2, 3, 5, 10, 50};

    private static QLearner mazeLearner() {
        return QLearner.of(ObservationIndex.discrete(54), 4)
                .alpha(0.1)
                .epsilon(0.1)
                .gamma(0.95)
                .build();
    }

    private static Curves maze(int planningSteps) {
        return Sweep.seeds(500)
                .curves(seed -> Training.of(
                                DynaMaze.suttonBarto(),
                                DynaQ.of(mazeLearner())
                                        .planningSteps(planningSteps)
                                        .seed(seed)
                                        .build())
                        .episodes(50)
                        .seed(seed)
                        .run()
                        .steps());
    }

    /**
     * Dyna-Q on the book's maze: mean steps of some episodes against a separate implementation in Python (600, 200 and 60
     * runs, standard errors up to 4 %); 15 % is about three standard errors of both together.
     */
    @Test
    void planningShortensTheFirstEpisodes() {
        double[][] expected = {{700, 528, 258, 140, 17.7}, {154, 61.9, 23.2, 16.8, 17}, {41, 17.8, 17.1, 17, 17}};
        int[] planning = {0, 5, 50};
        for (int i = 0; i < planning.length; i++) {
            Curves steps = maze(planning[i]);
            for (int k = 0; k < EPISODES.length; k++) {
                double ours = steps.at(EPISODES[k] - 1).mean();
                assertEquals(
                        expected[i][k], ours, 0.15 * expected[i][k], "n = " + planning[i] + ", episode " + EPISODES[k]);
            }
        }
    }

    /** Until the first reward all values are 0 and ties are random: a random walk, whose mean length is a linear system. */
    @Test
    void theFirstEpisodeIsARandomWalk() {
        DynaMaze maze = DynaMaze.suttonBarto();
        FiniteMdp walls = Explorer.explore(maze, ObservationIndex.discrete(54));
        FiniteMdp.Builder oneForEachStep = FiniteMdp.of(54, 4);
        double[][] uniform = new double[54][4];
        for (int s = 0; s < 54; s++) {
            java.util.Arrays.fill(uniform[s], 0.25);
            if (walls.terminal(s)) {
                oneForEachStep.terminal(s);
            }
            for (int a = 0; a < 4 && !walls.terminal(s); a++) {
                oneForEachStep.sure(s, a, walls.next(s, a, 0), 1);
            }
        }
        double exact = PolicyEvaluation.exact(oneForEachStep.build(), uniform, 1)[maze.start()];
        assertEquals(868.7254, exact, 5e-5, "as numpy solves the same system");
        Curves none = maze(0);
        // Lengths are about exponential: a standard error of 869 / sqrt(500); four of them.
        assertEquals(exact, none.at(0).mean(), 4 * exact / Math.sqrt(500));
        assertEquals(none.at(0), maze(5).at(0), "planning has its own chance, so the first walk is the same");
    }

    /** Against tit-for-tat the course of play must be the exact reply's, in all of 10 seeds for each discount. */
    @Test
    void qLearningFindsTheExactReplyToTitForTat() {
        MatrixGame dilemma = Games.prisonersDilemma();
        RepeatedGame repeated = RepeatedGame.of(dilemma).horizon(20);
        int[][] play = {{1, 1, 1, 1, 1, 1}, {1, 0, 1, 0, 1, 0}, {0, 0, 0, 0, 0, 0}};
        double[] gammas = {0.2, 0.5, 0.9};
        for (int i = 0; i < gammas.length; i++) {
            double gamma = gammas[i];
            ExactReply exact = ExactReply.to(dilemma, 0, MemoryOnePartner.titForTat(), gamma);
            assertArrayEquals(play[i], exact.play(6));
            for (int seat = 0; seat < 2; seat++) {
                MarkovGame game = AgainstFixed.of(repeated, seat, MemoryOnePartner.titForTat());
                SweepResult runs = Sweep.seeds(10).run(seed -> {
                    QLearner learner = QLearner.of(repeated.index(), 2)
                            .alpha(0.2)
                            .epsilon(0.3)
                            .gamma(gamma)
                            .build();
                    Training.of(game, learner).episodes(2_000).seed(seed).run();
                    Episodes shown = Evaluation.of(
                                    AgainstFixed.of(repeated.horizon(1_000), 0, MemoryOnePartner.titForTat()), learner)
                            .gamma(gamma)
                            .run();
                    return Outcome.of("value", shown.mean(0))
                            .and(
                                    "start",
                                    Math.max(learner.value(new double[] {4}, 0), learner.value(new double[] {4}, 1)));
                });
                for (int r = 0; r < 10; r++) {
                    // Play is deterministic, so the greedy policy's value is the exact one or it is another policy's.
                    assertEquals(exact.value(), runs.column("value")[r], 1e-9, "gamma " + gamma + ", seed " + r);
                    // A constant step in a deterministic world settles geometrically; 40,000 steps leave rounding.
                    assertEquals(exact.value(), runs.column("start")[r], 1e-6, "gamma " + gamma + ", seed " + r);
                }
            }
        }
    }

    /** Claus & Boutilier's climbing game: no pair of independent learners ends at 11; 91 % at 5, 9 % at 6. */
    @Test
    void independentLearnersNeverReachTheTop() {
        RepeatedGame once = RepeatedGame.of(Games.climbing()).horizon(1);
        for (double hysteresis : new double[] {1, 0.1, 0}) {
            SweepResult runs = Sweep.seeds(300).run(seed -> {
                var pair = QLearner.of(ObservationIndex.single(), 3)
                        .alpha(0.1)
                        .epsilon(Schedule.exponential(1, 0.998))
                        .gamma(0)
                        .hysteresis(hysteresis)
                        .team(2);
                Training.of(once, pair).episodes(2_000).seed(seed).run();
                return Outcome.of("outcome", Evaluation.of(once, pair).run().mean(0));
            });
            double top = runs.share("outcome", 11).mean();
            if (hysteresis == 1) {
                assertEquals(0, top);
                assertEquals(0.91, runs.share("outcome", 5).mean(), 0.06);
                assertEquals(0.09, runs.share("outcome", 6).mean(), 0.06);
            } else if (hysteresis == 0) {
                assertEquals(1, top, "distributed Q-learning finds the best of a deterministic team game");
            } else {
                assertEquals(0.86, top, 0.06);
            }
        }
    }

    /** Independent learners of team drift, with well-chosen schedules, still end below doing nothing (-87.42). */
    @Test
    void independentLearnersOfTeamDriftDoWorseThanNothing() {
        SweepResult runs = Sweep.seeds(8).run(seed -> {
            var team = QLearner.of(ObservationIndex.rounded(0, -4, 4, 0.1), TeamDrift.EFFORTS)
                    .alpha(Schedule.linear(0.2, 0.02, 2_500))
                    .epsilon(Schedule.linear(1, 0.02, 2_500))
                    .gamma(0.99)
                    .team(TeamDrift.AGENTS);
            Training.of(new TeamDrift(), team).episodes(4_000).seed(seed).run();
            return Outcome.of(
                    "return",
                    Evaluation.of(new TeamDrift(), team).episodes(200).run().teamMean());
        });
        Interval mean = runs.interval("return");
        assertTrue(mean.high() < TeamDriftOptimum.doNothing(), "below doing nothing with 95 % confidence: " + mean);
        List<Policy> idle = new ArrayList<>(List.of(Policy.always(0), Policy.always(0), Policy.always(0)));
        Interval nothing =
                Evaluation.of(new TeamDrift(), idle).episodes(2_000).run().teamInterval();
        // The exact value, within twice the interval's half-width of about 2.3.
        assertEquals(TeamDriftOptimum.doNothing(), nothing.mean(), 2 * nothing.halfWidth());
    }

    /** One hand over both climbers has no partner to be misled by: always 11. */
    @Test
    void oneHandAlwaysReachesTheTop() {
        JointControl once = JointControl.of(RepeatedGame.of(Games.climbing()).horizon(1));
        SweepResult runs = Sweep.seeds(100).run(seed -> {
            QLearner learner = QLearner.of(ObservationIndex.single(), 9)
                    .alpha(0.1)
                    .epsilon(Schedule.exponential(1, 0.998))
                    .gamma(0)
                    .build();
            Training.of(once, learner).episodes(2_000).seed(seed).run();
            return Outcome.of("outcome", Evaluation.of(once, learner).run().mean(0));
        });
        assertEquals(1, runs.share("outcome", 11).mean());
    }
}
