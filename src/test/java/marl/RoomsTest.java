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
            entry("random", List.of()),
            entry("game", List.of("random")),
            entry("env", List.of("random", "game")),
            entry("solve", List.of("random", "game", "env")),
            entry("agent", List.of("random", "game", "env")),
            entry("nn", List.of("random")),
            entry("replay", List.of("random", "nn", "agent")),
            entry("deep", List.of("random", "nn", "replay", "env", "agent")),
            entry("experiment", List.of("random")),
            entry("train", List.of("random", "env", "agent", "deep", "experiment")),
            entry("selfplay", List.of("random", "nn", "game", "env", "solve", "agent", "deep", "train")),
            entry("view", List.of("random", "game", "env", "agent", "experiment", "train", "selfplay")),
            entry("exercise", List.of()),
            entry(
                    "check",
                    List.of(
                            "random",
                            "game",
                            "env",
                            "solve",
                            "agent",
                            "nn",
                            "replay",
                            "deep",
                            "experiment",
                            "train",
                            "selfplay",
                            "exercise")),
            entry("kernel", List.of("view", "exercise", "experiment")),
            entry("worker", List.of("exercise")),
            entry("project", List.of()),
            entry("grade.mark", List.of()),
            entry("grade.intake", List.of("project", "exercise")),
            entry("grade.sandbox", List.of("project", "worker", "exercise")),
            entry(
                    "grade.judge",
                    List.of("project", "worker", "exercise", "check", "grade.mark", "grade.intake", "grade.sandbox")),
            entry("grade.report", List.of("project", "exercise", "grade.mark", "grade.intake")),
            entry(
                    "grade.run",
                    List.of(
                            "project",
                            "exercise",
                            "check",
                            "grade.mark",
                            "grade.intake",
                            "grade.sandbox",
                            "grade.judge",
                            "grade.report")),
            entry("course", List.of("project", "exercise", "check", "view", "grade.run", "grade.sandbox")));

    @ArchTest
    static final ArchRule ARROWS = arrows();

    private static ArchRule arrows() {
        Architectures.LayeredArchitecture rooms =
                layeredArchitecture().consideringOnlyDependenciesInAnyPackage("marl..");
        for (String room : ROOMS.keySet()) {
            rooms = rooms.layer(room).definedBy("marl." + room + "..");
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
                    ROOMS.keySet().stream().anyMatch(name -> room.equals(name) || room.startsWith(name + ".")),
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
