package marl.grade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import marl.exercise.AnswerFailed;
import marl.exercise.Lesson01.RockEquilibrium;
import marl.worker.Preparation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a worker makes of answer cells: the same as the notebook's kernel, and words that help where it cannot. */
@Tag("sandbox")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerTest {

    private static final String CHECK = "Check.that(Lesson01.ROCK_EQUILIBRIUM, win -> rockEquilibrium(win))";
    private static final String[] IMPORTS = {
        "import java.util.*;",
        "import java.util.stream.*;",
        "import marl.random.*;",
        "import marl.game.*;",
        "import marl.exercise.*;",
        "import org.nd4j.linalg.factory.*;"
    };

    private WorkerFactory workers;

    @BeforeAll
    void open() {
        Sandbox.needed();
        workers = new WorkerFactory(new Bubblewrap(), Limits.standard());
        workers.archive();
    }

    @AfterAll
    void close() {
        if (workers != null) {
            workers.close();
        }
    }

    private static Preparation preparation(String answer, List<String> others, List<String> cells) {
        return new Preparation(
                "01-4",
                RockEquilibrium.class.getName(),
                IMPORTS,
                answer,
                CHECK,
                others.toArray(String[]::new),
                cells.toArray(String[]::new));
    }

    private double first(String answer, List<String> others, List<String> cells) {
        try (Worker worker = workers.start(Set.of(), false)) {
            return worker.prepare(preparation(answer, others, cells), RockEquilibrium.class)
                    .equilibrium(2)[0];
        }
    }

    private String refusal(String answer) {
        try (Worker worker = workers.start(Set.of("marl.game.ZeroSum"), false)) {
            return assertThrows(
                            AnswerFailed.class,
                            () -> worker.prepare(preparation(answer, List.of(), List.of()), RockEquilibrium.class)
                                    .equilibrium(2))
                    .getMessage();
        }
    }

    @Test
    void anAnswerMayUseTheLibraryAndTheKernelsImports() {
        String answer = """
                double[] rockEquilibrium(double win) {
                    Rng rng = Rng.of(1);
                    List<Double> numbers = Stream.of(win, 3.0).toList();
                    MatrixGame game = Games.prisonersDilemma();
                    return new double[] {numbers.get(0) + game.payoffMatrix(0).length + rng.below(1)};
                }
                """;
        assertEquals(4, first(answer, List.of(), List.of()));
    }

    @Test
    void namesOfOtherCellsAreFoundWhenTheAnswerNeedsThemAndOnlyThen() {
        List<String> cells = List.of(
                "double unused = 1 / 0;\nwhile (true) {}",
                "double[][] table = {{offset, 7}};\nint other = 3;\nwhile (true) {}",
                "double offset = 5;",
                "double offset = 6;");
        assertEquals(5, first("double[] rockEquilibrium(double win) { return table[0]; }", List.of(), cells));
        assertEquals(
                5,
                first(
                        "double[] row = table[0];\ndouble[] rockEquilibrium(double win) { return row; }",
                        List.of(),
                        cells),
                "also where a declaration needs them at once");
    }

    @Test
    void aCellThatCallsWhatIsNotCompleteYetGetsWhatIsMissing() {
        String answer = """
                double half() { return offset / 2; }
                double kept = half();
                double[] rockEquilibrium(double win) { return new double[] {kept}; }
                """;
        assertEquals(3, first(answer, List.of(), List.of("double offset = 6;")));
    }

    @Test
    void theStudentsOwnDeclarationsComeBeforeTheLessons() {
        String answer = "double[] rockEquilibrium(double win) { return new double[] {helper(win)}; }";
        List<String> own = List.of("double helper(double x) { return x * 10; }");
        List<String> lesson = List.of("double helper(double x) { return x * 100; }");
        assertEquals(20, first(answer, own, lesson));
        assertEquals(200, first(answer, List.of(), lesson));
    }

    @Test
    void anAnswerMayHaveHelpersClassesAndStatements() {
        String answer = """
                // a comment at the start
                record Pair(double a, double b) {}
                int calls = 0;
                calls = 5;
                /* the answer */
                double[] rockEquilibrium(double win) { return make(new Pair(win, calls)); }
                double[] make(Pair pair) { return new double[] {pair.a() * pair.b()}; }
                // and at the end
                """;
        assertEquals(10, first(answer, List.of(), List.of()));
    }

    @Test
    void whatDoesNotCompileIsSaid() {
        assertTrue(refusal("double[] rockEquilibrium(double win) { return 1; }").contains("incompatible types"));
        assertTrue(refusal("double[] rockEquilibrium(double win) { ").contains("every bracket closed"));
        assertTrue(refusal("double[] another(double win) { return null; }").contains("rockEquilibrium"));
        assertTrue(refusal("double[] row = nothing[0];").contains("nothing"));
        assertTrue(refusal("double[] rockEquilibrium(double win) { return new double[] {wim}; }")
                .contains("misspelt"));
        assertTrue(refusal("int x = 1 / 0;").contains("ArithmeticException"));
        assertTrue(refusal("").contains("rockEquilibrium"));
    }

    @Test
    void aForbiddenTypeIsNotThere() {
        String refused = refusal("double[] rockEquilibrium(double win) { return ZeroSum.of(null).row(); }");
        assertFalse(refused.isEmpty());
        try (Worker worker = workers.start(Set.of(), false)) {
            String answer =
                    "double[] rockEquilibrium(double win) { return new double[] {ZeroSum.class.getName().length()}; }";
            assertEquals(
                    "marl.game.ZeroSum".length(),
                    worker.prepare(preparation(answer, List.of(), List.of()), RockEquilibrium.class)
                            .equilibrium(2)[0]);
        }
    }

    @Test
    void arraysOfTheLargeLibraryWorkInAFullWorker() {
        String answer =
                "double[] rockEquilibrium(double win) { return Nd4j.create(new double[] {win, 2}).mul(3).toDoubleVector(); }";
        assertTrue(workers.needsAll(answer));
        assertFalse(workers.needsAll("double x = Math.abs(win); // Mixed"));
        try (Worker worker = workers.start(Set.of(), true)) {
            assertEquals(
                    6,
                    worker.prepare(preparation(answer, List.of(), List.of()), RockEquilibrium.class)
                            .equilibrium(2)[0]);
        }
    }

    @Test
    void oneWorkerTakesOneAnswerAfterTheOther() {
        try (Worker worker = workers.start(Set.of(), false)) {
            for (int k = 1; k < 4; k++) {
                String answer = "double[] rockEquilibrium(double win) { return new double[] {" + k + " * win}; }";
                assertEquals(
                        2 * k,
                        worker.prepare(preparation(answer, List.of(), List.of()), RockEquilibrium.class)
                                .equilibrium(2)[0]);
            }
        }
    }
}
