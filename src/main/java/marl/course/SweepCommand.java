package marl.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import marl.project.Project;
import marl.project.UserError;
import marl.record.Recording;
import marl.record.Recordings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./course sweep}: long experiments whose tables the lessons show, made again. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Run a long experiment of a lesson again and write its table; without a name, list them.")
final class SweepCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The experiment, for example spread-curves.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds (default: as in the lesson).")
    private Optional<Integer> seeds = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the table goes (default: to the tables that come with the course).")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        if (name.isEmpty()) {
            for (Recording recording : Recordings.all()) {
                System.out.printf("%-16s %s%n", recording.name(), recording.about());
            }
            return 0;
        }
        Recording recording = Recordings.named(name.get())
                .orElseThrow(
                        () -> UserError.usage("There is no experiment " + name.get() + "; ./course sweep lists them."));
        int count = seeds.orElse(recording.seeds());
        if (count < 1) {
            throw UserError.usage("An experiment runs over at least one seed, not " + count + ".");
        }
        Path file = out.orElseGet(
                () -> Project.here().root().resolve("src/main/resources/marl/recorded/" + recording.name() + ".csv"));
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw UserError.usage("There is no folder " + folder + " to write the table to: make it first.");
        }
        Recordings.write(recording, count, file, System.out::println);
        System.out.println(file + " is written.");
        return 0;
    }
}
