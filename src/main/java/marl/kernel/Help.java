package marl.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What Shift-Tab shows: the signatures that fit where the cursor stands, and what the course's sources say of them. */
final class Help {
    private final JShell shell;
    private final SourceDocs docs;

    Help(JShell shell, SourceDocs docs) {
        this.shell = shell;
        this.docs = docs;
    }

    /**
     * The help at an index of a cell.
     *
     * @return text; empty if nothing is known there
     */
    Optional<String> at(String code, int index) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        for (int place : places(code, index)) {
            for (String asked : List.of(code.substring(0, place), code.substring(0, place) + "(")) {
                List<Documentation> found = analysis.documentation(asked, asked.length(), true);
                if (!found.isEmpty()) {
                    return Optional.of(found.stream().map(this::text).distinct().collect(Collectors.joining("\n\n")));
                }
            }
        }
        return Optional.empty();
    }

    private String text(Documentation found) {
        String doc = Optional.ofNullable(found.javadoc())
                .filter(text -> !text.isBlank())
                .or(() -> docs.of(found.signature()))
                .orElse("");
        return doc.isEmpty() ? found.signature() : found.signature() + "\n\n" + doc;
    }

    /** The end of the name at the cursor, with its bracket if it has one; then the brackets that are open before it. */
    private static Set<Integer> places(String code, int index) {
        Set<Integer> places = new LinkedHashSet<>();
        int end = index;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        if (end < code.length() && code.charAt(end) == '(') {
            places.add(end + 1);
        }
        places.add(end);
        int depth = 0;
        for (int k = index - 1; k >= 0; k--) {
            char c = code.charAt(k);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth < 0) {
                places.add(k + 1);
                depth = 0;
            }
        }
        return places;
    }
}
