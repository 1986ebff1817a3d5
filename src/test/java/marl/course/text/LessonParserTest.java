package marl.course.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonParserTest {

    private static List<String> mistakes(String text) {
        Mistakes mistakes = new Mistakes("07-good.md");
        Lesson lesson = LessonParser.parse("07-good.md", text, mistakes);
        if (mistakes.none()) {
            LessonLint.apply(lesson, mistakes);
        }
        return mistakes.messages();
    }

    @Test
    void theSampleLessonIsWithoutMistakes() {
        assertEquals(List.of(), mistakes(SampleLesson.TEXT));
    }

    @Test
    void cellsKeepKindLineAndOrder() {
        Lesson lesson = SampleLesson.parsed();
        List<Cell.Kind> kinds = lesson.cells().stream().map(Cell::kind).toList();
        assertEquals(
                List.of(
                        Cell.Kind.PROSE,
                        Cell.Kind.PROSE,
                        Cell.Kind.CODE,
                        Cell.Kind.PROSE,
                        Cell.Kind.PROSE,
                        Cell.Kind.ANSWER,
                        Cell.Kind.CHECK,
                        Cell.Kind.CODE,
                        Cell.Kind.PROSE),
                kinds);
        Cell code = lesson.cells().get(2);
        assertEquals(SampleLesson.line("double base = 2;"), code.line());
        assertTrue(lesson.cells().get(3).instructor());
        assertFalse(lesson.cells().get(4).instructor());
        assertEquals(new LessonHeader("07", "Good", List.of("read", "write"), List.of("01"), 5, 1, 9), lesson.header());
    }

    @Test
    void aLineOfCodeFitsOnAPrintedPage() {
        String line = "double base = 2; // " + "x".repeat(80);
        assertEquals(List.of(), mistakes(SampleLesson.TEXT.replace("double base = 2;", line)));
        List<String> messages = mistakes(SampleLesson.TEXT.replace("double base = 2;", line + "x"));
        assertEquals(1, messages.size());
        assertTrue(messages.get(0).contains("101 characters; break it at 100"), messages.get(0));
    }

    /** Each row breaks the sample in one place and names the line (by its text) and words of the message. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ```java exercise="07-1"              | ```java exercise="07-1" colour="red" | =new           | unknown attribute colour; known are
        ```java exercise="07-1"              | ```java exercise=07-1                | =new           | cannot read "exercise=07-1"
        ```java check="07-1" points="2"      | ```java check="07-1"                 | =new           | a check cell needs them
        ```java check="07-1" points="2"      | ```java check="07-1" points="two"    | =new           | points must be a number
        ```java check="07-1" points="2"      | ```java check="07-9" points="2"      | Check.that     | check 07-9 has no exercise before it
        ```java exercise="07-1"              | ```java exercise="08-1"              | double twice   | exercise ids of this lesson look like 07-1
            // END SOLUTION                  | // the end                           | double twice   | lacks its END SOLUTION
            // BEGIN SOLUTION                | // the start                         | // END SOL     | END SOLUTION without BEGIN SOLUTION
        <!-- #endregion -->                  | <!-- end -->                         | =last          | a region is open at the end
        <!-- #region audience="instructor" -->| <!-- #region audience="all" -->     | =new           | audience="instructor"
          title: Good                        | titel: Good                      | lesson:        | the header lacks lesson.title
          minutes: {read: 5, run: 1, solve: 9}| minutes: {read: 5, run: 1}      | minutes:       | the header lacks lesson.minutes.solve
          number: "07"                       | number: '08'                     | =new           | lesson.number is 08 but the file is called 07-good.md
        double base = 2;                     | var base = 2.0;                      | =new           | later cells read base
        double base = 2;                     | assert 1 > 0;                        | =new           | assert does nothing
        double base = 2;                     | %maven a:b:1                         | =new           | no magics
        double base = 2;                     | double base = Math.random();         | =new           | no global randomness
        double base = 2;                     | long base = System.nanoTime();       | =new           | no clocks
        double base = 2;                     | double base = (2;                    | =new           | not complete Java
        double base = 2;                     | Charts.lines().title("x");           | =new           | the chart has no alt text
        Check.ifSolved("07-1", () ->         | Check.ifSolved("07-2", () ->         | =new           | enclose all of it in Check.ifSolved("07-1"
        ## Exercise 07-1 · Twice (2 points, 9 minutes) | ## Exercise 7 · Twice (2 points, 9 minutes) | double twice | has no card
        (2 points, 9 minutes)                | (2 points, 7 minutes)                | ---            | the cards add up to 7 minutes
        ## Check yourself                    | ## Quiz                              | =any           | lacks the section "## Check yourself"
        # Good                               | # Bad                                | =new           | must start with "# Good"
        A number doubles                     | It is obviously easy                | # Good         | the word "obviously"
        """)
    void mistakesAreNamedWithTheirLine(String old, String replacement, String where, String words) {
        String fresh = replacement;
        assertTrue(SampleLesson.TEXT.contains(old), "the sample lesson lacks: " + old);
        String text = SampleLesson.TEXT.replaceFirst(
                java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(fresh));
        List<String> messages = mistakes(text);
        List<String> fitting = messages.stream().filter(m -> m.contains(words)).toList();
        assertFalse(fitting.isEmpty(), "no message with \"" + words + "\" among " + messages);
        int line = switch (where) {
            case "=any" -> 0;
            case "=new" -> SampleLesson.line(text, fresh);
            case "=last" -> (int) text.lines().count() + 1;
            default -> SampleLesson.line(text, where);
        };
        if (line > 0) {
            assertTrue(
                    fitting.stream().anyMatch(m -> m.startsWith("07-good.md:" + line + ": ")),
                    "line " + line + " expected in " + fitting);
        }
    }

    @Test
    void aDuplicateExerciseAndACheckWithoutOneAreFound() {
        String twice = SampleLesson.TEXT.replace("```java check", SampleLesson.ANSWER + "\n\n```java check");
        assertTrue(mistakes(twice).stream().anyMatch(m -> m.contains("exercise 07-1 is used twice")));
        String unchecked = SampleLesson.TEXT.replace(SampleLesson.CHECK, "");
        assertTrue(mistakes(unchecked).stream().anyMatch(m -> m.contains("exercise 07-1 has no check")));
    }

    @Test
    void aTextWithoutHeaderAndAnUnclosedFenceAreFound() {
        assertTrue(mistakes("# Good\n").get(0).contains("must start with a YAML header"));
        assertTrue(mistakes(SampleLesson.TEXT + "\n```java\nint x = 1;\n").stream()
                .anyMatch(m -> m.contains("is not closed")));
        assertTrue(mistakes(SampleLesson.TEXT.replace("lesson:\n", "lesson: [\n")).stream()
                .anyMatch(m -> m.contains("the header is not YAML")));
    }
}
