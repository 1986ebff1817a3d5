package marl.deep;

import static marl.deep.SmallTeam.ALL;
import static marl.deep.SmallTeam.BOTH;
import static marl.deep.SmallTeam.GAME;
import static marl.deep.SmallTeam.HERE;
import static marl.deep.SmallTeam.STATE;
import static marl.deep.SmallTeam.THERE;
import static marl.deep.SmallTeam.small;
import static marl.deep.SmallTeam.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marl.agent.Policy;
import marl.agent.Schedule;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class TeamQLearnerTest {

    /** Paid 1 a step for ever, cut off at every second step: 1 / (1 - 0.5) = 2, and the cut changes nothing. */
    @Test
    void aTruncatedStepKeepsTheBootstrapAndATerminatedOneDropsIt() {
        for (boolean episodes : new boolean[] {true, false}) {
            double[] values = new double[2];
            for (int ends = 0; ends < 2; ends++) {
                TeamQSettings.Builder builder = small(TeamQLearner.of(GAME));
                TeamQLearner team = (episodes ? builder.episodes(50, 8) : builder).build();
                for (int t = 0; t < 1_600; t++) {
                    boolean last = t % 2 == 1;
                    int[] actions = {t / 2 % 2, t / 4 % 2};
                    team.learn(step(HERE, actions, 1, HERE, ALL, last && ends == 1, last && ends == 0));
                }
                values[ends] = team.total(HERE, new int[2], STATE);
            }
            assertEquals(2, values[0], 0.1, "whole episodes " + episodes);
            assertEquals(1 / (1 - 0.25), values[1], 0.2, "half of the steps lose their future");
        }
    }

    /** There 1 is paid and 4.5 more for each who does 1; after action 1 of agent 0 here, nobody may do that. */
    @Test
    void theBootstrapCountsLegalActionsOnly() {
        boolean[][] first = {{true, false}, {true, false}};
        for (boolean sharing : new boolean[] {true, false}) {
            for (boolean doubleQ : new boolean[] {true, false}) {
                TeamQLearner team = small(TeamQLearner.of(GAME).qmix(MixerSettings.paper(4)))
                        .sharing(sharing)
                        .doubleQ(doubleQ)
                        .build();
                for (int t = 0; t < 3_200; t++) {
                    int[] actions = {t % 2, t / 2 % 2};
                    boolean there = t / 4 % 2 == 1;
                    double reward = there ? 1 + 4.5 * (actions[0] + actions[1]) : 0;
                    boolean[][] legal = there || actions[0] == 0 ? ALL : first;
                    team.learn(step(there ? THERE : HERE, actions, reward, THERE, legal, there, false));
                }
                String about = "sharing " + sharing + ", double Q " + doubleQ;
                assertEquals(5, team.total(HERE, new int[] {0, 0}, STATE), 0.4, about);
                assertEquals(0.5, team.total(HERE, new int[] {1, 0}, STATE), 0.4, about);
            }
        }
    }

    /** Both see the same and must differ: paid only when agent 0 does 0 and agent 1 does 1. */
    @Test
    void agentsThatShareTellThemselvesApartByTheirId() {
        for (boolean sharing : new boolean[] {true, false}) {
            TeamQLearner team = small(TeamQLearner.of(GAME)).sharing(sharing).build();
            for (int t = 0; t < 1_000; t++) {
                int[] actions = {t % 2, t / 2 % 2};
                double reward = actions[0] == 0 && actions[1] == 1 ? 1 : 0;
                team.learn(step(HERE, actions, reward, HERE, ALL, true, false));
            }
            Rng rng = Rng.of(1);
            assertEquals(0, team.greedy(0).act(HERE[0], BOTH, rng), "sharing " + sharing);
            assertEquals(1, team.greedy(1).act(HERE[1], BOTH, rng), "sharing " + sharing);
            assertEquals(0.75, team.total(HERE, new int[] {0, 1}, STATE), 0.05, "the best sum for one 1 of four");
        }
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        double[][][] tables = new double[3][][];
        for (int run = 0; run < 3; run++) {
            TeamQLearner team = small(TeamQLearner.of(GAME).qmix(MixerSettings.tutorial(4)))
                    .central(0.5)
                    .seed(run == 2 ? 8 : 7)
                    .build();
            TeamLoop.train(team, new TwoStepStandIn(), 100, 5);
            tables[run] = team.jointValues(HERE, STATE);
        }
        assertTrue(Arrays.deepEquals(tables[0], tables[1]));
        assertNotEquals(tables[0][0][0], tables[2][0][0]);
    }

    @Test
    void actorsExploreByTheScheduleOfEpisodesAndStayLegal() {
        TeamQLearner team =
                small(TeamQLearner.of(GAME)).epsilon(Schedule.linear(1, 0, 10)).build();
        Rng rng = Rng.of(4);
        int[] ones = new int[2];
        for (int at = 0; at < 2; at++) {
            team.startEpisode(10L * at);
            for (int t = 0; t < 1_000; t++) {
                ones[at] += team.actor(1).act(HERE[1], BOTH, rng);
            }
        }
        assertEquals(500, ones[0], 80, "coin flips at first: five standard deviations");
        assertTrue(ones[1] == 0 || ones[1] == 1_000, "and none in the end");
        boolean[] other = {ones[1] == 1_000, ones[1] == 0};
        int forced = ones[1] == 0 ? 1 : 0;
        team.startEpisode(0);
        for (int t = 0; t < 100; t++) {
            assertEquals(forced, team.actor(1).act(HERE[1], other, rng));
        }
        assertEquals(forced, team.greedy(1).act(HERE[1], other, rng));
    }

    @Test
    void aGreedyPolicyIsFrozen() {
        TeamQLearner team = small(TeamQLearner.of(GAME)).build();
        Policy greedy = team.greedy(0);
        int before = greedy.act(HERE[0], BOTH, Rng.of(1));
        for (int t = 0; t < 600; t++) {
            int[] actions = {t % 2, 0};
            team.learn(step(HERE, actions, actions[0] == before ? -5 : 5, HERE, ALL, true, false));
        }
        assertEquals(1 - before, team.greedy(0).act(HERE[0], BOTH, Rng.of(1)), "the team has turned round");
        assertEquals(before, greedy.act(HERE[0], BOTH, Rng.of(1)), "the old policy has not");
    }

    /** Episodes count with replay of episodes, updates with replay of transitions. */
    @Test
    void targetsAreRenewedOnTime() {
        TeamQLearner whole =
                small(TeamQLearner.of(GAME)).episodes(10, 2).targetEvery(3).build();
        TeamQLearner single = small(TeamQLearner.of(GAME))
                .transitions(10, 2, 2)
                .targetEvery(3)
                .build();
        for (int episode = 1; episode <= 12; episode++) {
            for (TeamQLearner team : new TeamQLearner[] {whole, single}) {
                team.startEpisode(episode);
                team.learn(step(HERE, new int[2], 1, THERE, ALL, false, false));
                team.learn(step(THERE, new int[2], 1, THERE, ALL, true, false));
                boolean renewed = team == whole ? episode == 1 || episode % 3 == 0 : team.updates() % 3 == 0;
                assertEquals(renewed, same(team), "episode " + episode);
            }
        }
        assertEquals(11, whole.updates(), "one an episode, once there are two");
        assertEquals(12, single.updates(), "one every two steps");
    }

    private static boolean same(TeamQLearner team) {
        double[] online = team.core().nets().network(0).values(new double[5]);
        return Arrays.equals(online, team.core().target().network(0).values(new double[5]));
    }

    @Test
    void anEpisodeThatWasBrokenOffIsNotLearned() {
        TeamQLearner team =
                small(TeamQLearner.of(GAME)).episodes(10, 1).targetEvery(5).build();
        team.startEpisode(0);
        team.learn(step(HERE, new int[2], 1, THERE, ALL, false, false));
        team.startEpisode(1);
        team.learn(step(THERE, new int[2], 1, THERE, ALL, true, false));
        assertEquals(1, team.updates(), "of one transition, the second");
    }

    @Test
    void totalsAndTablesAreMadeOfValues() {
        TeamQLearner team =
                small(TeamQLearner.of(GAME).qmix(MixerSettings.paper(4))).build();
        double[][] table = team.jointValues(HERE, STATE);
        double[] chosen = {team.values(0, HERE[0])[1], team.values(1, HERE[1])[0]};
        assertEquals(team.mixer().total(chosen, STATE), table[1][0]);
        assertEquals(team.total(HERE, new int[] {1, 0}, STATE), table[1][0]);
        assertEquals(2, team.agents());
        assertEquals(2, team.greedy().size());
    }
}
