package marl.course;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import marl.course.jupyter.Kernelspec;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./course bench}: the benchmarks, beside what Python takes and beside the arithmetic floor. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure the library with JMH and compare it with Python and with the bare arithmetic.")
final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Benchmarks by a part of their name, for example dqn drift.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the rows to FILE too.")
    private Path json;

    @Override
    public Integer call() throws IOException {
        Project project = Project.here();
        if (!Files.isDirectory(project.root().resolve("src/bench"))) {
            throw UserError.failed("This copy of the course holds no benchmarks; get the full repository.");
        }
        if (names.stream().anyMatch(name -> !name.matches("\\w+"))) {
            throw UserError.usage("Name benchmarks by a word, for example dqn.");
        }
        Path results = Files.createTempFile("marl-bench", ".json");
        try {
            measure(project, results);
            List<BenchRow> rows = BenchRow.read(Files.readString(results));
            if (rows.isEmpty()) {
                throw noneCalled(names);
            }
            System.out.println("OpenBLAS kernels: " + blas());
            System.out.println(BenchRow.HEAD);
            rows.forEach(System.out::println);
            if (json != null) {
                Project.write(json.toAbsolutePath(), write(rows));
            }
            return 0;
        } finally {
            Files.deleteIfExists(results);
        }
    }

    private void measure(Project project, Path results) {
        String some = names.isEmpty() ? "" : "(?i).*(" + String.join("|", names) + ").*";
        String pattern = "^marl\\." + some + ".*\\.(ours|floor)$";
        System.out.println("Measuring; this takes up to ten minutes ...");
        Map<String, String> environment = new LinkedHashMap<>(Maven.environment());
        Kernelspec.openBlasCore().ifPresent(core -> environment.put("OPENBLAS_CORETYPE", core));
        List<String> command = Maven.command(
                project, "-q", "-Pbench", "process-test-classes", "-Dbench=" + pattern + " -rf json -rff " + results);
        Shell.Result run = Shell.quiet(project.root(), environment, 1_800, command);
        if (run.output().contains("No matching benchmarks")) {
            throw noneCalled(names);
        }
        if (run.output().contains("Another JMH instance")) {
            throw UserError.failed("Another benchmark is running on this machine: wait for it and run this again.");
        }
        if (!run.ok()) {
            String why = run.output()
                    .lines()
                    .filter(line -> line.contains("ERROR"))
                    .findFirst()
                    .orElse("no error was printed");
            throw UserError.failed("The benchmarks did not run (" + why + "); see mvn -Pbench process-test-classes.");
        }
    }

    private static UserError noneCalled(List<String> names) {
        return UserError.usage("No benchmark is called " + String.join(" or ", names)
                + "; ./course bench without a name runs them all.");
    }

    private static String blas() {
        String set = System.getenv("OPENBLAS_CORETYPE");
        return set != null ? set : Kernelspec.openBlasCore().orElse("OpenBLAS's own choice");
    }

    private static String write(List<BenchRow> rows) throws JsonProcessingException {
        List<Map<String, Object>> list = rows.stream().map(BenchRow::json).toList();
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n";
    }
}
