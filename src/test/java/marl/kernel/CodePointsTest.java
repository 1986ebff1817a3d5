package marl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CodePointsTest {

    private static final String CODE = "String e = \"\uD83D\uDE00\"; e.len";

    @Test
    void anEmojiIsOnePositionAndTwoUnits() {
        assertEquals(CODE.length(), CodePoints.toIndex(CODE, CODE.length() - 1));
        assertEquals(CODE.length() - 1, CodePoints.toPosition(CODE, CODE.length()));
        assertEquals(5, CodePoints.toIndex(CODE, 5));
    }

    @Test
    void positionsOutsideAreMovedToTheEnds() {
        assertEquals(0, CodePoints.toIndex("ab", -3));
        assertEquals(2, CodePoints.toIndex("ab", 9));
        assertEquals(2, CodePoints.toPosition("ab", 9));
    }
}
