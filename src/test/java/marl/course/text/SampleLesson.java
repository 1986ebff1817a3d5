package marl.course.text;

/** A small lesson that follows all rules. */
public final class SampleLesson {

    static final String ANSWER = """
            ```java exercise="07-1"
            double twice(double x) {
                // BEGIN SOLUTION
                return 2 * x;
                // END SOLUTION
            }
            ```""";

    static final String CHECK = """
            ```java check="07-1" points="2"
            Check.that(Lesson07.TWICE, x -> twice(x))
            ```""";

    /** Its text. */
    public static final String TEXT = """
            ---
            jupyter:
              kernelspec: {display_name: Java (MARL course), language: java, name: marl-java}
            lesson:
              number: "07"
              title: Good
              objectives:
                - read
                - write
              prerequisites: ["01"]
              minutes: {read: 5, run: 1, solve: 9}
            ---

            # Good

            A number doubles (see the [glossary](../docs/glossary.md)). This block stays in its cell:

            ```
            verbatim


            still verbatim
            ```


            A cell of its own.

            ```java
            double base = 2;
            ```

            <!-- #region audience="instructor" -->
            **Teaching note.** Let them guess.
            <!-- #endregion -->

            ## Exercise 07-1 · Twice (2 points, 9 minutes)

            Double a number.

            %s

            %s

            ```java
            Check.ifSolved("07-1", () -> System.out.println(twice(base)));
            ```

            ## Check yourself

            ## Against the literature

            ## What differs from the papers
            """.formatted(ANSWER, CHECK);

    private SampleLesson() {}

    static Lesson parsed() {
        return LessonParser.parse("07-good.md", TEXT, new Mistakes("07-good.md"));
    }

    /** The line of the sample on which {@code words} first stand. */
    static int line(String words) {
        return line(TEXT, words);
    }

    /** The line of {@code text} on which {@code words} first stand. */
    static int line(String text, String words) {
        return (int) text.substring(0, text.indexOf(words)).lines().count()
                + (text.indexOf(words) == 0 || text.charAt(text.indexOf(words) - 1) == '\n' ? 1 : 0);
    }
}
