package marl.worker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kernel's imports, of which only those are run that some name in the text needs: each costs the compiler as much as a
 * short method.
 */
final class Imports {

    private static final Pattern PACKAGE = Pattern.compile("import ([\\w.]+)\\.\\*;");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])\\p{Lu}\\w*");

    private final AnswerShell shell;
    private final Set<String> done = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    Imports(AnswerShell shell) {
        this.shell = shell;
    }

    void take(List<String> imports, String text) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            String name = names.group();
            if (seen.add(name)) {
                for (String line : imports) {
                    if (!done.contains(line) && offers(line, name)) {
                        done.add(line);
                        shell.quietly(line);
                    }
                }
            }
        }
    }

    private static boolean offers(String line, String name) {
        Matcher wild = PACKAGE.matcher(line);
        if (!wild.matches()) {
            return line.endsWith("." + name + ";");
        }
        String file = wild.group(1).replace('.', '/') + "/" + name + ".class";
        return ClassLoader.getSystemResource(file) != null;
    }
}
