package marl.deep;

import static marl.deep.SmallTeam.ALL;
import static marl.deep.SmallTeam.GAME;
import static marl.deep.SmallTeam.HERE;
import static marl.deep.SmallTeam.STATE;
import static marl.deep.SmallTeam.small;
import static marl.deep.SmallTeam.step;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.MarkovGame;
import marl.env.StatelessGame;
import marl.game.MatrixGame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a team refuses: settings, games and steps that do not fit, each in one sentence. */
class TeamQRefusalsTest {

    @Test
    void badInputIsOneClearSentence() {
        TeamQLearner team = small(TeamQLearner.of(GAME)).build();
        refused(
                "one of 2 actions for each of 2 agents, not [0, 2]",
                () -> team.learn(step(HERE, new int[] {0, 2}, 1, HERE, ALL, true, false)));
        refused("not [0]", () -> team.learn(step(HERE, new int[1], 1, HERE, ALL, true, false)));
        refused(
                "This team has 2 agents, but got 1 observations",
                () -> team.learn(step(new double[][] {{0}}, new int[2], 1, HERE, ALL, true, false)));
        refused("a whole number below 3, not 7.0", () -> team.values(0, new double[] {7}));
        refused("This team has 2 agents, but got 1", () -> team.total(new double[1][1], new int[2], STATE));
        assertEquals(0, team.updates());
        refused(
                "A discount lies between 0 and 1",
                () -> small(TeamQLearner.of(GAME)).gamma(1.5).build());
        refused(
                "at least one unit",
                () -> small(TeamQLearner.of(GAME)).hidden(0).build());
        refused(
                "every 1 or more",
                () -> small(TeamQLearner.of(GAME)).targetEvery(0).build());
        refused(
                "positive length",
                () -> small(TeamQLearner.of(GAME)).clipNorm(0).build());
        refused("learning rate", () -> small(TeamQLearner.of(GAME)).adam(-1).build());
        refused("enlarge it", () -> small(TeamQLearner.of(GAME)).episodes(5, 6));
        refused("at least 1", () -> small(TeamQLearner.of(GAME)).transitions(5, 2, 0));
        refused("above 0 and at most 1", () -> small(TeamQLearner.of(GAME)).optimistic(0));
        String missing = assertThrows(IllegalStateException.class, TeamQLearner.of(GAME)::build)
                .getMessage();
        assertTrue(missing.contains("gamma(...) epsilon(...) seed(...)"), missing);
    }

    @Test
    void gamesThatDoNotFitAreRefused() {
        String[] two = {"a", "b"};
        String[] three = {"a", "b", "c"};
        MarkovGame uneven = StatelessGame.of(MatrixGame.team("uneven", two, three, new double[2][3]));
        refused("uneven have 2 and 3 actions", () -> TeamQLearner.of(uneven));
        refused("Agent 0 of steering has continuous controls", () -> TeamQLearner.of(new OddGame(false)));
        refused("Agents 0 and 1 of looking see one of 2 and 5 numbers", () -> TeamQLearner.of(new OddGame(true)));
        MarkovGame threeHands = StatelessGame.of(MatrixGame.team("pair", two, two, new double[][] {{1, 2}, {3, 4}}));
        TeamQLearner pair = small(TeamQLearner.of(threeHands)).build();
        assertArrayEquals(new int[] {2, 2}, new int[] {pair.agents(), pair.values(0, new double[2]).length});
    }

    private static void refused(String part, Executable wrong) {
        String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
