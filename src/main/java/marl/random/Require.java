package marl.random;

import java.util.StringJoiner;

/** Checks of arguments that every room needs; it lives in the lowest room so that all may import it. */
public final class Require {
    private Require() {}

    /**
     * Refuses an argument.
     *
     * @param holds whether it is right
     * @param sentence what is wrong, and the cure
     * @throws IllegalArgumentException unless it holds
     */
    public static void that(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /**
     * A name that is more than blanks.
     *
     * @param name the name
     * @param what whose name it is
     * @return the name
     * @throws IllegalArgumentException if it is empty or blank
     */
    public static String text(String name, String what) {
        that(name != null && !name.isBlank(), "Give the " + what + " a name.");
        return name;
    }

    /**
     * Refuses to build before all settings without a default were given.
     *
     * @param who what is built, such as "a team"
     * @param settings their names, in the order of {@code given}
     * @param given whether each was given
     * @throws IllegalStateException if one was not, with the names of all that are missing
     */
    public static void given(String who, String[] settings, boolean... given) {
        StringJoiner missing = new StringJoiner(" ");
        for (int i = 0; i < given.length; i++) {
            if (!given[i]) {
                missing.add(settings[i] + "(...)");
            }
        }
        if (missing.length() > 0) {
            throw new IllegalStateException(
                    "There is no default for these settings of " + who + ", so say: " + missing + ".");
        }
    }
}
