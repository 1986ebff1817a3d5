package marl.course;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** pack. */
@Command(name = "test")
final class TestCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
