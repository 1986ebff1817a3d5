package marl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Map;

/** The arrows between the library's rooms, and a few habits that a compiler does not enforce. */
@AnalyzeClasses(packages = "marl", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    /** Each room and the rooms it may import. A room that no other names is imported by nobody. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            entry("io", List.of()),
            entry("random", List.of()),
            entry("game", List.of("random")),
            entry("env", List.of("random", "game")),
            entry("solve", List.of("random", "game", "env")),
            entry("agent", List.of("random", "game", "env")),
            entry("nn", List.of("io", "random")),
            entry("replay", List.of("random", "nn", "agent")),
            entry("deep", List.of("random", "nn", "replay", "env", "agent")),
            entry("experiment", List.of("io", "random")),
            entry("train", List.of("random", "env", "agent", "deep", "experiment")),
            entry("selfplay", List.of("io", "random", "nn", "game", "env", "solve", "agent", "deep", "train")),
            entry("view", List.of("random", "game", "env", "agent", "experiment", "train", "selfplay")),
            entry("record", List.of("io", "random", "nn", "env", "agent", "deep", "train", "experiment")),
            entry("exercise", List.of()),
            entry("check", List.of("random", "game", "exercise")),
            entry("kernel", List.of("io", "view", "exercise", "experiment")),
            entry("worker", List.of("exercise")),
            entry("project", List.of("io")),
            entry("grade.mark", List.of()),
            entry("grade.intake", List.of("project")),
            entry("grade.sandbox", List.of("project", "worker", "exercise")),
            entry(
                    "grade.judge",
                    List.of("project", "worker", "exercise", "grade.mark", "grade.intake", "grade.sandbox")),
            entry("grade.report", List.of("io", "project", "exercise", "grade.mark", "grade.intake")),
            entry(
                    "grade.run",
                    List.of(
                            "io",
                            "project",
                            "exercise",
                            "grade.mark",
                            "grade.intake",
                            "grade.sandbox",
                            "grade.judge",
                            "grade.report")),
            entry("course.text", List.of("project")),
            entry("course.jupyter", List.of("project")),
            entry(
                    "course",
                    List.of("io", "project", "exercise", "record", "grade.run", "course.text", "course.jupyter")));

    @ArchTest
    static final ArchRule ARROWS = arrows();

    private static ArchRule arrows() {
        Architectures.LayeredArchitecture rooms =
                layeredArchitecture().consideringOnlyDependenciesInAnyPackage("marl..");
        for (String room : ROOMS.keySet()) {
            rooms = rooms.layer(room).definedBy("marl." + room);
        }
        for (Map.Entry<String, List<String>> room : ROOMS.entrySet()) {
            String[] below = room.getValue().toArray(new String[0]);
            rooms = below.length == 0
                    ? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
                    : rooms.whereLayer(room.getKey()).mayOnlyAccessLayers(below);
        }
        return rooms;
    }

    @ArchTest
    static void everyClassHasARoom(JavaClasses classes) {
        for (JavaClass type : classes) {
            String room = type.getPackageName().replaceFirst("^marl\\.", "");
            assertTrue(
                    ROOMS.containsKey(room),
                    () -> type.getName() + " is in no room that this test knows; add its package and its arrows");
        }
    }

    @ArchTest
    static final ArchRule EXERCISES_NEED_THE_JDK_ONLY = noClasses()
            .that()
            .resideInAPackage("marl.exercise..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "marl.exercise..");

    @ArchTest
    static final ArchRule ONLY_THE_ADAPTER_KNOWS_THE_KERNEL = noClasses()
            .that()
            .resideOutsideOfPackage("marl.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.spencerpark..");

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule NO_GLOBAL_CHANCE = noClasses()
            .that()
            .resideOutsideOfPackage("marl.check..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule PUBLIC_FIELDS_ARE_CONSTANTS =
            fields().that().arePublic().should().haveModifier(JavaModifier.FINAL);
}
