package marl.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import marl.exercise.Verdict;

/** A JShell with the kernel's imports, in which answers are declared and checked as in a notebook. */
public final class AnswerShell {

    private static final SynchronousQueue<Verdict> VERDICTS = new SynchronousQueue<>();

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
    public static void report(Verdict verdict) throws InterruptedException {
        VERDICTS.offer(verdict, 60, TimeUnit.SECONDS);
    }

    /** Declares an answer, runs the check cell, and returns its verdict. */
    Verdict judge(String answer, String check) throws Exception {
        run(answer);
        Thread shellThread = new Thread(() -> run("marl.check.AnswerShell.report(" + check + ");"));
        shellThread.start();
        Verdict verdict = VERDICTS.poll(60, TimeUnit.SECONDS);
        shellThread.join();
        if (verdict == null) {
            throw new AssertionError("the check gave no verdict: " + check);
        }
        return verdict;
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
