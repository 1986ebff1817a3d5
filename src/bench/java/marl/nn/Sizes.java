package marl.nn;

import java.util.Arrays;

/** Reads sizes such as 18-128-128-5. */
final class Sizes {
    private Sizes() {}

    static int[] of(String text) {
        return Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray();
    }
}
