package marl.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RequireTest {
    @Test
    void whatHoldsPasses() {
        Require.that(true, "Never said.");
        Require.given("a learner", new String[] {"alpha", "gamma"}, true, true);
        assertEquals("maze", Require.text("maze", "game"));
    }

    @Test
    void whatDoesNotIsRefusedInASentence() {
        String said = assertThrows(IllegalArgumentException.class, () -> Require.that(false, "Say 1 or more."))
                .getMessage();
        assertEquals("Say 1 or more.", said);
        String blank = assertThrows(IllegalArgumentException.class, () -> Require.text(" ", "game"))
                .getMessage();
        assertEquals("Give the game a name.", blank);
        String missing = assertThrows(
                        IllegalStateException.class,
                        () -> Require.given("a team", new String[] {"gamma", "epsilon", "seed"}, false, true, false))
                .getMessage();
        assertEquals("There is no default for these settings of a team, so say: gamma(...) seed(...).", missing);
    }
}
