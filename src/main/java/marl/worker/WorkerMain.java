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
     * @param arguments none
     */
    public static void main(String[] arguments) {
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
}
