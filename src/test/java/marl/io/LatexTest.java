package marl.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatexTest {

    @Test
    void charactersWithAMeaningLoseIt() {
        assertEquals("95 \\% of a\\_b \\& \\{c\\}, \\$1", Latex.escape("95 % of a_b & {c}, $1"));
        assertEquals("\\textbackslash{}n", Latex.escape("\\n"));
        assertEquals("{[}0, 1{]}", Latex.escape("[0, 1]"));
        assertEquals("-{}-{}1", Latex.escape("--1"));
    }
}
