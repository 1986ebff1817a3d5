package marl.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import marl.exercise.Check;
import marl.exercise.Exercise;
import marl.exercise.Verdict;

/** A JShell with the kernel's imports, in which answers are declared and checked as in a notebook. */
public final class AnswerShell {

    private static final SynchronousQueue<Object> VALUES = new SynchronousQueue<>();

    private final JShell shell;

    AnswerShell() throws IOException {
        shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions("-classpath", System.getProperty("java.class.path"))
                .build();
        run("import java.util.*;");
        run("import marl.template.*;");
        try (InputStream in = AnswerShell.class.getResourceAsStream("/marl/kernel/startup.jshell")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("import ") && !line.contains("nd4j")) {
                    run(line);
                }
            }
        }
    }

    /** Called from inside the shell with the value of a check cell. */
    public static void report(Object value) throws InterruptedException {
        VALUES.offer(value, 60, TimeUnit.SECONDS);
    }

    /** Called from inside the shell in place of {@link Check#that}: the answer itself. */
    public static <T> T answer(Exercise<T> exercise, T answer) {
        return answer;
    }

    /** Declares an answer, runs the check cell, and returns its verdict. */
    Verdict judge(String answer, String check) throws Exception {
        return (Verdict) value(answer, check);
    }

    /** Declares an answer, and returns the object that the check cell would check. */
    Object answer(String answer, String check) throws Exception {
        return value(answer, check.replace("Check.that(", "marl.check.AnswerShell.answer("));
    }

    private Object value(String answer, String check) throws Exception {
        run(answer);
        Thread shellThread = new Thread(() -> run("marl.check.AnswerShell.report(" + check + ");"));
        shellThread.start();
        Object value = VALUES.poll(60, TimeUnit.SECONDS);
        shellThread.join();
        if (value == null) {
            throw new AssertionError("the check cell gave nothing: " + check);
        }
        return value;
    }

    private void run(String source) {
        String rest = source;
        while (!rest.isBlank()) {
            var completion = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(completion.source())) {
                if (event.status() == Snippet.Status.REJECTED || event.exception() != null) {
                    String why = event.exception() == null
                            ? shell.diagnostics(event.snippet()).toList().toString()
                            : event.exception().toString();
                    throw new AssertionError(completion.source() + "\n" + why);
                }
            }
            rest = completion.remaining();
        }
    }
}
