package marl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nothing public stands in the library that no reader, command or benchmark comes to. */
@AnalyzeClasses(packages = "marl", importOptions = ImportOption.DoNotIncludeTests.class)
class ReachTest {
    /** What lessons that are still to be written or revised will use, each with its lesson. */
    private static final Map<String, String> FOR_LATER = Map.ofEntries(
            Map.entry("IteratedElimination", "11, regret: what no-regret play never plays for long"),
            Map.entry("RegularisedWeights", "11, regret: multiplicative weights that settle"),
            Map.entry("Moran", "14, populations: fixation in a finite population"));

    /** The command line, the kernel, what it runs first and what it writes into cells, and what a worker runs. */
    private static final Set<String> PROGRAMS = Set.of(
            "marl.course.Main",
            "marl.kernel.KernelMain",
            "marl.kernel.Startup",
            "marl.kernel.StopCheck",
            "marl.worker.WorkerMain");

    private static final Pattern JAVA = Pattern.compile("(?ms)^```java[^\\n]*\\n(.*?)^```");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*");

    @ArchTest
    static void everyPublicTypeIsReached(JavaClasses classes) throws IOException {
        Set<String> named = names(
                "lessons",
                ".md",
                text -> JAVA.matcher(text)
                        .results()
                        .map(fence -> fence.group(1))
                        .collect(Collectors.joining("\n")));
        named.addAll(names("src/bench/java", ".java", text -> text));
        Set<String> services = services();
        Deque<JavaClass> open = new ArrayDeque<>();
        for (JavaClass type : classes) {
            boolean program = PROGRAMS.contains(type.getName()) || services.contains(type.getName());
            if (program || (topLevel(type) && named.contains(type.getSimpleName()))) {
                open.add(type);
            }
        }
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (reached.add(type.getName())) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (target.getPackageName().startsWith("marl")) {
                        open.add(classes.contain(target.getName()) ? classes.get(target.getName()) : target);
                    }
                }
            }
        }
        Set<String> unreached = classes.stream()
                .filter(type -> topLevel(type) && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !reached.contains(type.getName()))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(FOR_LATER.keySet()),
                unreached,
                "use what is unreached in a lesson, a command or a benchmark, or take it out; what is reached now"
                        + " leaves the list");
    }

    private static boolean topLevel(JavaClass type) {
        return !type.getName().contains("$") && !type.getSimpleName().equals("package-info");
    }

    private interface Part {
        String of(String text);
    }

    private static Set<String> names(String folder, String ending, Part part) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(ReachTest::read)
                    .flatMap(text -> NAME.matcher(part.of(text)).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    /** What a service loader finds. */
    private static Set<String> services() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/META-INF/services"))) {
            return files.map(ReachTest::read).flatMap(String::lines).collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
