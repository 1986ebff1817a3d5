package marl.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class StepLimitTest {
    private static final StepLimit SHORT = new StepLimit(3_000);

    @Test
    void anEpisodeMayGoOnUntilTheLimit() {
        for (int done = 0; done < 3_072; done++) {
            SHORT.check("walking", done);
        }
        String said = assertThrows(IllegalStateException.class, () -> SHORT.check("walking", 3_072))
                .getMessage();
        assertEquals("An episode of walking has not ended after 3072 steps; give the game a step limit.", said);
    }

    @Test
    void anInterruptIsSeenEvery1024Steps() {
        Thread.currentThread().interrupt();
        SHORT.check("walking", 1_023);
        String said = assertThrows(CancellationException.class, () -> SHORT.check("walking", 1_024))
                .getMessage();
        assertEquals("walking: stopped by you within an episode, after 1024 of its steps.", said);
        assertFalse(Thread.interrupted(), "the flag must be down for the next cell");
    }
}
