package marl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypedSourceTest {

    private JShell shell;

    @BeforeEach
    void open() {
        shell = JShell.builder().executionEngine("local").build();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private List<String> reachedBy(String... cells) {
        for (String cell : cells) {
            shell.eval(cell);
        }
        return TypedSource.reached(shell);
    }

    @Test
    void followsTheCheckThroughHelpers() {
        List<String> reached = reachedBy(
                "double helper(double x) { return Forbidden.of(x); }",
                "double mine(double x) { return helper(x); }",
                "double other(double x) { return Elsewhere.of(x); }",
                "Check.that(Lesson99.TWICE, x -> mine(x))");
        assertEquals(2, reached.size());
        assertTrue(reached.stream().anyMatch(source -> source.contains("Forbidden")));
    }

    @Test
    void seesTheLatestTextOfAMethod() {
        List<String> reached = reachedBy(
                "double mine(double x) { return Forbidden.of(x); }",
                "double mine(double x) { return 2 * x; }",
                "Check.that(Lesson99.TWICE, x -> mine(x))");
        assertEquals(List.of("double mine(double x) { return 2 * x; }"), reached);
    }

    @Test
    void followsClassesAndEndsInACircle() {
        List<String> reached = reachedBy(
                "class Pair { double one() { return two(); } }",
                "double two() { return new Pair().one(); }",
                "Check.that(Lesson99.TWICE, new Pair())");
        assertEquals(2, reached.size());
    }

    @Test
    void aVariableOfTheSameNameIsNoCall() {
        List<String> reached = reachedBy(
                "double sum(double x) { return Forbidden.of(x); }",
                "double mine(double x) { double sum = x; return sum + sum; }",
                "Check.that(Lesson99.TWICE, x -> mine(x))");
        assertEquals(1, reached.size());
    }

    @Test
    void tellsTheTypeOfAVariableWhoseMethodsAreCalled() {
        List<String> reached = reachedBy(
                "StringBuilder ready = new StringBuilder(\"Elsewhere\");",
                "int mine(int x) { return ready.length(); }",
                "Check.that(Lesson99.TWICE, x -> mine(x))");
        assertEquals(List.of("int mine(int x) { return ready.length(); }", "StringBuilder ready"), reached);
    }

    @Test
    void followsIntoTheCodeOfAVariable() {
        List<String> reached = reachedBy(
                "double forbidden(double x) { return Forbidden.of(x); }",
                "java.util.function.DoubleUnaryOperator far = x -> forbidden(x);",
                "double mine(double x) { return far.applyAsDouble(x); }",
                "Check.that(Lesson99.TWICE, x -> mine(x))");
        assertTrue(reached.stream().anyMatch(source -> source.contains("Forbidden")), reached.toString());
    }

    @Test
    void tellsStaticImportsOfTheCourse() {
        List<String> reached = reachedBy(
                "import static marl.game.Games.*;",
                "import static java.lang.Math.*;",
                "double mine(double x) { return sqrt(x); }",
                "Check.that(Lesson99.TWICE, x -> mine(x))");
        assertEquals(2, reached.size());
        assertTrue(reached.contains("import static marl.game.Games.*;"));
    }

    @Test
    void aParameterOrALocalVariableHidesTheOneOfTheNotebook() {
        List<String> reached = reachedBy(
                "StringBuilder text = new StringBuilder();",
                "int mine(String text) { return text.length(); }",
                "int yours(int x) { String text = \"a\"; return text.length(); }",
                "Check.that(Lesson99.TWICE, mine(\"\") + yours(1))");
        assertEquals(2, reached.size());
    }

    @Test
    void onlyTheLastCheckCounts() {
        List<String> reached = reachedBy(
                "double first(double x) { return Forbidden.of(x); }",
                "Check.that(Lesson99.ONCE, x -> first(x))",
                "double mine(double x) { return 2 * x; }",
                "Check.that(Lesson99.TWICE, x -> mine(x))");
        assertEquals(1, reached.size());
    }
}
