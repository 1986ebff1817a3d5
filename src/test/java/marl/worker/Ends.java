package marl.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import marl.exercise.AnswerFailed;

/** Both ends of a link in one process, the worker's in a thread of its own. */
final class Ends implements AutoCloseable {

    private final Pipe toWorker;
    private final Pipe toJudge;
    final Link judge;

    Ends(Object answer) {
        try {
            toWorker = Pipe.open();
            toJudge = Pipe.open();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Link worker = new Link(
                Channels.newInputStream(toWorker.source()), Channels.newOutputStream(toJudge.sink()), preparation -> {
                    if (answer instanceof RuntimeException refused) {
                        throw refused;
                    }
                    return answer;
                });
        judge = new Link(
                Channels.newInputStream(toJudge.source()), Channels.newOutputStream(toWorker.sink()), preparation -> {
                    throw new AnswerFailed(false, "", "the judge prepares nothing");
                });
        Thread thread = new Thread(worker::serve, "worker's end");
        thread.setDaemon(true);
        thread.start();
    }

    /** The stand-in for the answer of an exercise. */
    <T> T answer(String exercise, Class<T> contract) {
        String[] none = {};
        return judge.prepare(new Preparation(exercise, contract.getName(), none, "", "", none, none), contract);
    }

    @Override
    public void close() throws IOException {
        toWorker.sink().close();
        toJudge.sink().close();
    }
}
