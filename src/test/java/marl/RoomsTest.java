package marl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the library's rooms, and a few habits that a compiler does not enforce. */
@AnalyzeClasses(packages = "marl", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("marl..")
            .layer("random")
            .definedBy("marl.random..")
            .layer("game")
            .definedBy("marl.game..")
            .layer("env")
            .definedBy("marl.env..")
            .layer("solve")
            .definedBy("marl.solve..")
            .layer("agent")
            .definedBy("marl.agent..")
            .layer("nn")
            .definedBy("marl.nn..")
            .layer("deep")
            .definedBy("marl.deep..")
            .layer("selfplay")
            .definedBy("marl.selfplay..")
            .layer("experiment")
            .definedBy("marl.experiment..")
            .layer("view")
            .definedBy("marl.view..")
            .layer("exercise")
            .definedBy("marl.exercise..")
            .layer("check")
            .definedBy("marl.check..")
            .layer("worker")
            .definedBy("marl.worker..")
            .layer("kernel")
            .definedBy("marl.kernel..")
            .layer("course")
            .definedBy("marl.course..")
            .whereLayer("game")
            .mayOnlyAccessLayers("random")
            .whereLayer("random")
            .mayNotAccessAnyLayer()
            .whereLayer("env")
            .mayOnlyAccessLayers("game", "random")
            .whereLayer("solve")
            .mayOnlyAccessLayers("game", "env", "random")
            .whereLayer("agent")
            .mayOnlyAccessLayers("game", "env", "random")
            .whereLayer("nn")
            .mayOnlyAccessLayers("random")
            .whereLayer("deep")
            .mayOnlyAccessLayers("nn", "env", "agent", "random")
            .whereLayer("selfplay")
            .mayOnlyAccessLayers("agent", "deep", "env", "game", "nn", "random", "solve")
            .whereLayer("selfplay")
            .mayOnlyBeAccessedByLayers("check", "view")
            .whereLayer("experiment")
            .mayOnlyAccessLayers("env", "agent", "random")
            .whereLayer("view")
            .mayOnlyAccessLayers("game", "env", "agent", "experiment", "random", "selfplay")
            .whereLayer("exercise")
            .mayNotAccessAnyLayer()
            .whereLayer("kernel")
            .mayOnlyAccessLayers("view", "exercise", "experiment")
            .whereLayer("kernel")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("course")
            .mayOnlyAccessLayers("exercise", "check", "view", "worker")
            .whereLayer("worker")
            .mayOnlyAccessLayers("exercise")
            .whereLayer("worker")
            .mayOnlyBeAccessedByLayers("course")
            .whereLayer("course")
            .mayNotBeAccessedByAnyLayer();

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
