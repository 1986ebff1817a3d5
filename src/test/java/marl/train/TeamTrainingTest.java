package marl.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import marl.agent.JointTransition;
import marl.agent.Policy;
import marl.agent.QLearner;
import marl.agent.Schedule;
import marl.agent.TeamLearner;
import marl.agent.VdnTables;
import marl.env.DecPomdp;
import marl.env.DynaMaze;
import marl.env.MarkovGame;
import marl.env.ObservationIndex;
import marl.env.RepeatedGame;
import marl.env.TeamDrift;
import marl.env.TwoStepGame;
import marl.game.Games;
import org.junit.jupiter.api.Test;

class TeamTrainingTest {
    private static final RepeatedGame DILEMMA =
            RepeatedGame.of(Games.prisonersDilemma()).horizon(3);
    private static final boolean[][] LEGAL = {{true, true}, {true, true}};

    private static VdnTables drifters() {
        return VdnTables.of(ObservationIndex.rounded(0, -4, 4, 0.1), 4, 3)
                .alpha(0.05)
                .epsilon(Schedule.linear(1, 0.5, 40))
                .gamma(0.8)
                .build();
    }

    @Test
    void sameSeedSameRunAndAnotherSeedAnother() {
        VdnTables first = drifters();
        VdnTables second = drifters();
        Episodes log =
                TeamTraining.of(new TeamDrift(), first).episodes(20).seed(3).run();
        Episodes again =
                TeamTraining.of(new TeamDrift(), second).episodes(20).seed(3).run();
        Episodes other = TeamTraining.of(new TeamDrift(), drifters())
                .episodes(20)
                .seed(4)
                .run();
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(log.returns(i), again.returns(i));
            assertEquals(0, first.table(i).maxAbsDifference(second.table(i)));
        }
        assertFalse(Arrays.equals(log.returns(0), other.returns(0)));
        assertEquals(2_000, log.totalSteps());
    }

    @Test
    void aRunInTwoPartsIsTheSameRun() {
        VdnTables whole = drifters();
        VdnTables parts = drifters();
        Episodes all =
                TeamTraining.of(new TeamDrift(), whole).episodes(20).seed(3).run();
        TeamTraining.of(new TeamDrift(), parts).episodes(8).seed(3).run();
        Episodes rest = TeamTraining.of(new TeamDrift(), parts)
                .from(8)
                .episodes(12)
                .seed(3)
                .run();
        assertArrayEquals(all.last(12).returns(1), rest.returns(1));
        assertEquals(0, whole.table(2).maxAbsDifference(parts.table(2)));
    }

    /** A team that plays fixed actions and writes down what it is told. */
    private static final class Recorder implements TeamLearner {
        final List<JointTransition> told = new ArrayList<>();
        final List<Long> episodes = new ArrayList<>();
        final List<double[]> acted = new ArrayList<>();
        final int[][] play;

        Recorder(int[]... play) {
            this.play = play;
        }

        @Override
        public int agents() {
            return play[0].length;
        }

        @Override
        public void startEpisode(long episode) {
            episodes.add(episode);
        }

        @Override
        public Policy actor(int agent) {
            return (observation, legal, rng) -> {
                acted.add(observation);
                return play[told.size() % play.length][agent];
            };
        }

        @Override
        public void learn(JointTransition transition) {
            told.add(transition);
        }

        @Override
        public Policy greedy(int agent) {
            return Policy.always(play[0][agent]);
        }
    }

    @Test
    void aTeamIsToldOfEachStepFromAbove() {
        Recorder team = new Recorder(new int[] {1, 0}, new int[] {1, 1});
        Episodes log =
                TeamTraining.of(new TwoStepGame(), team).episodes(2).from(5).run();
        assertEquals(List.of(5L, 6L), team.episodes);
        assertEquals(4, team.told.size());
        double[][] start = {{0}, {0}};
        double[][] risky = {{2}, {2}};
        JointTransition opening = new JointTransition(
                new double[] {1, 0, 0},
                start,
                LEGAL,
                new int[] {1, 0},
                0,
                new double[] {0, 0, 1},
                risky,
                LEGAL,
                false,
                false);
        JointTransition last = new JointTransition(
                new double[] {0, 0, 1},
                risky,
                LEGAL,
                new int[] {1, 1},
                8,
                new double[] {0, 0, 1},
                risky,
                LEGAL,
                true,
                false);
        assertEquals(List.of(opening, last, opening, last), team.told, "kept transitions must not change afterwards");
        assertNotSame(team.told.get(0).nextLegal(), team.told.get(1).nextLegal());
        assertArrayEquals(new double[] {8, 8}, log.returns(1));
        for (double[] seen : team.acted) {
            assertEquals(1, seen.length, "an actor sees its own observation and no state");
        }
    }

    @Test
    void theTeamRewardIsTheMeanAndTheEpisodesKeepEachAgentsOwn() {
        Recorder team = new Recorder(new int[] {0, 1}, new int[] {0, 0}, new int[] {1, 1});
        Episodes log = TeamTraining.of(DILEMMA, team).run();
        assertArrayEquals(
                new double[] {2.5, 3, 1},
                team.told.stream().mapToDouble(JointTransition::reward).toArray());
        assertArrayEquals(new double[] {0 + 3 + 1}, log.returns(0));
        assertArrayEquals(new double[] {5 + 3 + 1}, log.returns(1));
        assertTrue(team.told.get(2).truncated() && !team.told.get(2).terminated());
    }

    /** Equal actions and equal seeds give equal chance, whether a team learns or each for itself. */
    @Test
    void meetsTheSameEpisodesAsIndependentLearners() {
        ObservationIndex index = ObservationIndex.single();
        var alone = QLearner.of(index, 4).alpha(0).epsilon(1).gamma(0).team(3);
        VdnTables team = VdnTables.of(index, 4, 3).alpha(0).epsilon(1).gamma(0).build();
        Episodes apart = Training.of(new TeamDrift(), alone).episodes(5).seed(8).run();
        Episodes together =
                TeamTraining.of(new TeamDrift(), team).episodes(5).seed(8).run();
        assertArrayEquals(apart.returns(2), together.returns(2));
    }

    @Test
    void trainsOnTheTrainingFaceOnlyAndPlaysOnTheOther() {
        DecPomdp task = DecPomdp.of(new TwoStepGame());
        Recorder team = new Recorder(new int[] {1, 1});
        String said = assertThrows(
                        IllegalStateException.class,
                        () -> TeamTraining.of(task.execution(), team).run())
                .getMessage();
        assertTrue(said.contains("training only"), said);
        TeamTraining.of(task.training(), team).run();
        assertEquals(8, Evaluation.of(task.execution(), team).run().teamMean());
    }

    @Test
    void evaluationOfATeamNeitherLearnsNorExplores() {
        VdnTables team = VdnTables.of(TwoStepGame.index(), 2, 2)
                .alpha(0.1)
                .epsilon(1)
                .gamma(1)
                .initialValue(0)
                .build();
        TeamTraining.of(new TwoStepGame(), team).episodes(50).run();
        var before = team.table(0);
        Episodes shown = Evaluation.of(new TwoStepGame(), team).episodes(40).run();
        assertEquals(0, before.maxAbsDifference(team.table(0)));
        assertEquals(1, Arrays.stream(shown.returns(0)).distinct().count(), "epsilon is 1, and yet all are equal");
    }

    @Test
    void somethingCanBeDoneEverySoOftenAndAnInterruptEndsIt() {
        List<Long> at = new ArrayList<>();
        TeamTraining.of(DILEMMA, new Recorder(new int[2]))
                .episodes(10)
                .every(4, at::add)
                .run();
        assertEquals(List.of(4L, 8L), at);
        CancellationException stopped = assertThrows(
                CancellationException.class,
                () -> TeamTraining.of(DILEMMA, new Recorder(new int[2]))
                        .episodes(1_000_000)
                        .every(7, e -> Thread.currentThread().interrupt())
                        .run());
        assertTrue(stopped.getMessage().contains("stopped by you after 7"), stopped.getMessage());
        assertFalse(Thread.interrupted(), "the flag must be down for the next cell");
        MarkovGame closed = DynaMaze.of("S#G");
        Thread.currentThread().interrupt();
        assertThrows(
                CancellationException.class,
                () -> TeamTraining.of(closed, new Recorder(new int[1])).run());
        assertFalse(Thread.interrupted());
    }

    @Test
    void refusesWhatDoesNotFit() {
        Recorder three = new Recorder(new int[3]);
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> TeamTraining.of(DILEMMA, three).run())
                .getMessage();
        assertTrue(said.contains("2 agents") && said.contains("3 were given"), said);
        assertThrows(
                IllegalArgumentException.class,
                () -> TeamTraining.of(DILEMMA, three).episodes(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> TeamTraining.of(DILEMMA, three).every(0, e -> {}));
        assertThrows(
                IllegalArgumentException.class,
                () -> Evaluation.of(DILEMMA, three).run());
    }
}
