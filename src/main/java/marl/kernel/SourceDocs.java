package marl.kernel;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The comments in the course's sources, found by a signature as JShell prints it. */
final class SourceDocs {
    /** Of {@code double MatrixGame.expectedPayoff(int player, double[]... mixes)}: class, method, parameters. */
    private static final Pattern METHOD = Pattern.compile("([\\w.]+)(?:<.*>)?\\.(\\w+)\\((.*)\\)$");

    private static final Pattern CONSTRUCTOR = Pattern.compile("(\\w+)(?:<.*>)?\\((.*)\\)$");
    private static final Pattern TYPE = Pattern.compile("([\\w.]+)(?:<.*>)?$");

    private final Optional<Path> sources;

    /** Comments below a folder of sources; none if there is no such folder. */
    SourceDocs(Optional<Path> sources) {
        this.sources = sources.filter(Files::isDirectory);
    }

    /** The sources of the copy of the course whose library runs here: beside the folder that holds its jar. */
    static SourceDocs ofThisCourse() {
        try {
            Path jar = Path.of(SourceDocs.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new SourceDocs(Optional.ofNullable(jar.getParent())
                    .map(folder -> folder.resolveSibling("src").resolve("main").resolve("java")));
        } catch (java.net.URISyntaxException | RuntimeException elsewhere) {
            return new SourceDocs(Optional.empty());
        }
    }

    /** What the sources say of a signature; empty if they do not have it. */
    Optional<String> of(String signature) {
        Matcher method = METHOD.matcher(signature);
        if (method.find()) {
            return comment(method.group(1), method.group(2), count(method.group(3)));
        }
        Matcher constructor = CONSTRUCTOR.matcher(signature);
        if (constructor.find()) {
            return comment(constructor.group(1), "<init>", count(constructor.group(2)));
        }
        Matcher type = TYPE.matcher(signature);
        return type.find() ? comment(type.group(1), "", 0) : Optional.empty();
    }

    private static int count(String parameters) {
        int depth = 0;
        int count = parameters.isBlank() ? 0 : 1;
        for (char c : parameters.toCharArray()) {
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            count += c == ',' && depth == 0 ? 1 : 0;
        }
        return count;
    }

    private Optional<String> comment(String type, String member, int parameters) {
        String[] names = type.split("\\.");
        int outer = 0;
        while (outer < names.length - 1 && !Character.isUpperCase(names[outer].charAt(0))) {
            outer++;
        }
        String last = names[names.length - 1];
        return file(names[outer]).flatMap(file -> comment(file, last, member, parameters));
    }

    private Optional<Path> file(String simpleName) {
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(sources.get())) {
            return files.filter(file -> file.getFileName().toString().equals(simpleName + ".java"))
                    .sorted()
                    .findFirst();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<String> comment(Path file, String type, String member, int parameters) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Optional.empty();
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            Finder finder = new Finder(DocTrees.instance(task), type, member, parameters);
            task.parse().forEach(unit -> finder.scan(unit, null));
            return finder.found.map(DocText::plain);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Looks for a class, or for a method of it with so many parameters. */
    private static final class Finder extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private final String type;
        private final String member;
        private final int parameters;
        private Optional<String> found = Optional.empty();

        Finder(DocTrees trees, String type, String member, int parameters) {
            this.trees = trees;
            this.type = type;
            this.member = member;
            this.parameters = parameters;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            if (member.isEmpty() && tree.getSimpleName().contentEquals(type)) {
                take();
            }
            return super.visitClass(tree, nothing);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            boolean here = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner
                    && owner.getSimpleName().contentEquals(type);
            if (here
                    && tree.getName().contentEquals(member)
                    && tree.getParameters().size() == parameters) {
                take();
            }
            return super.visitMethod(tree, nothing);
        }

        private void take() {
            found = found.or(() -> Optional.ofNullable(trees.getDocComment(getCurrentPath())));
        }
    }
}
