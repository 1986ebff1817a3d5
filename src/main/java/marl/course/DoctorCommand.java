package marl.course;

import java.util.List;
import java.util.concurrent.Callable;
import marl.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./course doctor}: one line for each known set-up problem, with its cure. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Look for known set-up problems and say how to cure them.")
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", description = "The port to look at (default: 8888).")
    private int port = 8888;

    @Override
    public Integer call() {
        List<DoctorLine> lines = new Doctor(Project.here()).examine(port);
        for (DoctorLine line : lines) {
            System.out.printf("%-8s %s%n", line.level().word(), line.sentence());
        }
        long problems = lines.stream()
                .filter(line -> line.level() == DoctorLine.Level.PROBLEM)
                .count();
        System.out.println(problems == 0 ? "Everything the course needs is here." : problems + " to cure.");
        return problems == 0 ? 0 : 1;
    }
}
