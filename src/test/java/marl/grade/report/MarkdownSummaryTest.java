package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import marl.grade.intake.Student;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;

/** Against CommonMark as commonmark-java reads it; tables by GitHub's rule that an unescaped bar ends a cell. */
class MarkdownSummaryTest {
    @Test
    void marksThenWhatNeedsAPersonThenExercises() {
        assertEquals("""
                # Marks

                | student | name | lesson 06 | lesson 07 | total |
                |---|---|---:|---:|---:|
                | eli | Eli Nwosu | \u2013 | \u2013 | \u2013 |
                | ben | Okafor, Ben | 1 of 5.5 | 0 of 8 (timeout, crash) | 1 of 13.5 |
                | ana | Ana Mar\u00EDa Souza | 5.5 of 5.5 | \u2013 | 5.5 of 13.5 |
                | dee | Dee | \u2013 | \u2013 | 0 of 13.5 |
                | cem |  | 1 of 5.5 (error, review) | \u2013 | 1 of 13.5 |

                ## Needs a person

                - Not graded: fay/06-qmix.ipynb is larger than 20 MB and was not read.
                - The grader failed, mark it again: cem, 06-1.1 a rising value never lowers the total: \
                The grader's worker ended without an answer.
                - Please decide: cem, 06-2.2 weights of both signs: 231 of 256 rounds passed; 230 are needed.
                - File dee/homework.docx.ipynb could not be read: This file is not a notebook: not JSON.
                - Nothing handed in: eli
                - Not on the class list: cem

                ## Exercises

                | exercise | title | solved | tried | submissions |
                |---|---|---:|---:|---:|
                | 06-1 | Nudge it | 1 | 3 | 3 |
                | 06-2 | Mix | 1 | 3 | 3 |
                | 07-1 | Unroll | 0 | 1 | 1 |
                | 07-2 | Mask | 0 | 0 | 1 |
                """, MarkdownSummary.text(Sample.book()));
    }

    @Test
    void nothingNeedsAPersonAfterACleanRun() {
        String text = MarkdownSummary.text(new GradeBook(List.of(Sample.ana()), List.of(), List.of()));
        assertTrue(text.contains("## Needs a person\n\nNothing.\n\n"), text);
    }

    private static GradeBook book(String text) {
        return new GradeBook(List.of(Sample.of(text)), List.of(new Student(text, text, text)), List.of(text));
    }

    /** Lines and bars of a tame text stay what they are, and there is no kind of node that a tame text lacks. */
    @Property(tries = 200)
    void noNameBreaksTheTableOrBecomesMarkup(@ForAll("texts") String text) {
        String tame = MarkdownSummary.text(book("x"));
        String page = MarkdownSummary.text(book("x" + text));
        List<String> lines = page.lines().toList();
        List<String> tameLines = tame.lines().toList();
        assertEquals(tameLines.size(), lines.size(), page);
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(bars(tameLines.get(i)), bars(lines.get(i)), lines.get(i));
        }
        assertEquals(
                kinds(Parser.builder().build().parse(tame)),
                kinds(Parser.builder().build().parse(page)));
        assertTrue(!page.contains("`"), page);
    }

    private static long bars(String line) {
        return line.chars().filter(c -> c == '|').count();
    }

    private static Set<String> kinds(Node node) {
        Set<String> kinds = new TreeSet<>(Set.of(node.getClass().getSimpleName()));
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            kinds.addAll(kinds(child));
        }
        return kinds;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> signs =
                Arbitraries.strings().withChars("|`\\*_[]()<>#!~&;$-+.1\n \tab").ofMaxLength(40);
        return Arbitraries.oneOf(Arbitraries.of(Sample.HOSTILE), signs);
    }

    @Test
    void aReaderSeesTheNameAsItIs() {
        String name = "a|b `c` \\ *d* _e_ [f](g) <h> &amp; #~!$";
        String text =
                MarkdownSummary.text(new GradeBook(List.of(), List.of(new Student("x", name, "")), List.of(name)));
        String shown = TextContentRenderer.builder()
                .build()
                .render(Parser.builder().build().parse(text));
        assertTrue(shown.contains("Not graded: " + name), shown);
        assertTrue(shown.contains("| x | " + name + " |"), shown);
    }
}
