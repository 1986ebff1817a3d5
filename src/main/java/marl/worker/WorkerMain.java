package marl.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * A throw-away process that runs one student's code and answers the judge's calls over its standard streams. It holds no
 * checks and no expected values; whatever the student's code does to it can only cost that student.
 */
public final class WorkerMain {

    /** Exit code when the conversation was broken off. */
    private static final int BROKEN = 4;

    /** Says that the worker is ready, before any student's code is in it. */
    private static final int READY = 'M';

    private WorkerMain() {}

    /**
     * Runs until the judge hangs up.
     *
     * @param arguments none; or one, whatever it is, to load what workers load and leave, so that the JVM can archive it
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            warmUp();
            return;
        }
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        System.setIn(InputStream.nullInputStream());
        System.setOut(nowhere);
        System.setErr(nowhere);
        int code = 0;
        try (AnswerShell shell = new AnswerShell()) {
            out.write(READY);
            new Link(in, out, new AnswerMaker(shell)).serve();
        } catch (IOException | RuntimeException | Error broken) {
            code = BROKEN;
        }
        Runtime.getRuntime().halt(code);
    }

    private static void warmUp() {
        try (AnswerShell shell = new AnswerShell()) {
            String[] imports = {"import java.util.*;", "import java.util.stream.*;", "import marl.exercise.*;"};
            String answer = """
                    double runningMean(double mean, int count, double reward) {
                        List<Double> both = List.of(mean, reward);
                        double[] copy = both.stream().mapToDouble(x -> x).toArray();
                        return missing + Arrays.stream(copy).sum() / Math.max(1, count);
                    }
                    """;
            String check =
                    "Check.that(Lesson00.RUNNING_MEAN, (mean, count, reward) -> runningMean(mean, count, reward))";
            String contract = "marl.exercise.Lesson00$RunningMean";
            String[] none = {};
            String[] cells = {"double missing = 1;"};
            new AnswerMaker(shell).prepare(new Preparation("00-1", contract, imports, answer, check, none, cells));
        }
    }
}
