package marl.view;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Checks that a call is refused with a sentence that holds some words. */
final class Refused {
    private Refused() {}

    static void argument(String words, Executable call) {
        says(words, assertThrows(IllegalArgumentException.class, call));
    }

    static void state(String words, Executable call) {
        says(words, assertThrows(IllegalStateException.class, call));
    }

    private static void says(String words, Exception refusal) {
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }
}
