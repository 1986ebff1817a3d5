package marl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellControlTest {

    private CellControlProvider cells;
    private JShell shell;

    @BeforeEach
    void open() {
        cells = new CellControlProvider();
        shell = JShell.builder().executionEngine(cells, Map.of()).build();
    }

    @AfterEach
    void close() {
        cells.control().interrupt();
        shell.close();
    }

    private Object value(String code) {
        List<SnippetEvent> events = shell.eval(code);
        SnippetEvent last = events.get(events.size() - 1);
        assertEquals(null, last.exception());
        return cells.control().takeResult(last.value());
    }

    /** As a front end's request: the common pool's threads are a cell's, for its parallel streams, and stop interrupts them. */
    private static void onAThreadOfItsOwn(Runnable request) {
        new Thread(request, "front end").start();
    }

    private static long busyThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() instanceof CellThreads)
                .filter(thread -> thread.getState() == Thread.State.RUNNABLE)
                .count();
    }

    @Test
    void valuesComeOutAsTheyAre() {
        assertEquals(3, value("1 + 2"));
        assertEquals("ab", value("\"a\" + \"b\""));
        assertEquals(null, value("String nothing = null;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { }",
                "do { } while (true);",
                "long s = 0; for (int i = 0; i < 2_000_000_000; i++) for (int j = 0; j < 1_000; j++) s += i ^ j;",
                "while (true) { try { Thread.sleep(5); } catch (Throwable any) { } }",
                "try { while (true) { } } finally { while (true) { } }",
                "Thread.sleep(1_000_000);",
                "java.util.stream.Stream.iterate(1, x -> x + 1).forEach(x -> { });",
                "class Deep { int down(int n) { try { return down(n + 1); } catch (StackOverflowError e) { return down(0); } } }"
                        + " new Deep().down(0);",
                "var pool = java.util.concurrent.Executors.newFixedThreadPool(2);"
                        + " for (int k = 0; k < 2; k++) pool.submit(() -> { while (true) { try { } catch (Throwable t) { } } });"
                        + " Thread.sleep(1_000_000);",
                "java.util.stream.IntStream.range(0, 9).parallel().forEach(i -> { while (true) { } });",
                "switch (1) { default -> { for (;;) { switch (2) { case 2: continue; default: break; } } } }"
            })
    void everyCellCanBeStoppedAndLeavesNothingBehind(String code) throws Exception {
        cells.control().begin();
        CompletableFuture<List<JShellException>> cell = CompletableFuture.supplyAsync(
                () -> {
                    String rest = code;
                    JShellException thrown = null;
                    while (thrown == null && !rest.isBlank()) {
                        var part = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                        for (SnippetEvent event : shell.eval(part.source())) {
                            thrown = event.exception();
                        }
                        rest = part.remaining();
                    }
                    return thrown == null ? List.of() : List.of(thrown);
                },
                CellControlTest::onAThreadOfItsOwn);
        TimeUnit.MILLISECONDS.sleep(1_000);
        assertFalse(cell.isDone(), "it still ran");
        cells.control().interrupt();
        JShellException thrown = cell.get(20, TimeUnit.SECONDS).get(0);
        assertEquals("Execution Interrupted", ((EvalException) thrown).getExceptionClassName());
        for (int k = 0; k < 1_000 && busyThreads() > 0; k++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertEquals(0, busyThreads(), "nothing runs any more");
        cells.control().begin();
        assertEquals(4, value("2 + 2"), "the next cell is not stopped");
    }

    @Test
    void aThreadOfAnEarlierCellGoesOn() throws Exception {
        cells.control().begin();
        value("int[] count = {0};");
        value("Thread background = new Thread(() -> { while (count[0] >= 0) { count[0]++; } });");
        value("background.start()");
        cells.control().begin();
        CompletableFuture<Object> cell =
                CompletableFuture.supplyAsync(() -> shell.eval("while (true) { }"), CellControlTest::onAThreadOfItsOwn);
        TimeUnit.MILLISECONDS.sleep(500);
        cells.control().interrupt();
        cell.get(20, TimeUnit.SECONDS);
        cells.control().begin();
        assertEquals(true, value("background.isAlive()"));
        value("count[0] = -1;");
    }

    @Test
    void exitIsRefusedWithAdvice() {
        for (String code : List.of("System.exit(1)", "Runtime.getRuntime().halt(1)", "Runtime.getRuntime().exit(0)")) {
            EvalException refused =
                    (EvalException) shell.eval(code + ";").get(0).exception();
            assertTrue(refused.getMessage().contains("stop button"), refused.getMessage());
        }
    }

    @Test
    void stopBetweenTwoStatementsEndsTheCellAndNoOther() {
        cells.control().begin();
        value("int x = 1;");
        cells.control().interrupt();
        EvalException stopped = (EvalException) shell.eval("x = 2;").get(0).exception();
        assertEquals("Execution Interrupted", stopped.getExceptionClassName());
        cells.control().begin();
        assertEquals(1, value("x"));
    }
}
