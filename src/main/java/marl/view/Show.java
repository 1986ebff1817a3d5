package marl.view;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import marl.experiment.Screen;

/** Shows a value in the middle of a cell, where it is not the cell's last expression. */
public final class Show {

    private Show() {}

    /**
     * Shows a value: as a picture or table in a notebook, as its text elsewhere.
     *
     * @param value a {@link Picture}, a table or anything with a readable text
     */
    public static void now(Object value) {
        Optional<Screen> screen = Screen.find();
        if (screen.isPresent()) {
            screen.get().open(value, value.toString());
        } else {
            System.out.println(value);
        }
    }

    /**
     * A number as a reader wants it: no more than four digits after the point, no trailing zeros, no rounding noise.
     *
     * @param value the number
     * @return for example {@code 0.36}
     */
    public static String text(double value) {
        return Numbers.rounded(value, 4);
    }

    /**
     * Numbers as a reader wants them.
     *
     * @param values the numbers
     * @return for example {@code [0.25, 0.5, 0.25]}
     */
    public static String text(double[] values) {
        return Arrays.stream(values).mapToObj(value -> text(value)).collect(Collectors.joining(", ", "[", "]"));
    }
}
