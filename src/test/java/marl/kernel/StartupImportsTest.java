package marl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the kernel imports must not be ambiguous: a type of ours may share its name with no other star import. */
class StartupImportsTest {

    private static final Path STARTUP = Path.of("src/main/resources/marl/kernel/startup.jshell");
    private static final Pattern STAR = Pattern.compile("import ([\\w.]+)\\.\\*;");

    @Test
    void noTypeOfOursSharesItsNameWithAnotherImport() throws Exception {
        List<String> packages = new ArrayList<>();
        Matcher star = STAR.matcher(Files.readString(STARTUP));
        while (star.find()) {
            packages.add(star.group(1));
        }
        // What the kernel itself imports before ours.
        packages.addAll(List.of(
                "java.util",
                "java.io",
                "java.math",
                "java.net",
                "java.util.concurrent",
                "java.util.prefs",
                "java.util.regex",
                "java.lang"));
        TreeMap<String, List<String>> byName = new TreeMap<>();
        var importer = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
        for (String name : packages) {
            for (JavaClass type : importer.importPackages(name)) {
                if (type.getPackageName().equals(name)
                        && type.isTopLevelClass()
                        && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                    byName.computeIfAbsent(type.getSimpleName(), n -> new ArrayList<>())
                            .add(type.getName());
                }
            }
        }
        byName.values().removeIf(types -> types.size() < 2 || types.stream().noneMatch(t -> t.startsWith("marl.")));
        assertEquals("{}", byName.toString());
    }
}
