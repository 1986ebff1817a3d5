package marl.course;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** pack. */
@Command(name = "pack")
final class PackCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
