package marl.grade.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import marl.grade.intake.ReleasedNotebooks;
import marl.grade.judge.CourseKey;
import marl.grade.judge.KeyFile;
import marl.grade.sandbox.CourseClasses;
import marl.io.WholeFile;
import marl.project.Project;
import marl.project.UserError;

/**
 * The autograder archive that Gradescope asks for: {@code setup.sh} and {@code run_autograder} at its root, and the built
 * course with the key. It holds the key, so it is the instructor's alone.
 */
public final class GradescopeZip {

    /** What the grader itself runs on, beside the libraries that every worker has. */
    private static final List<String> GRADER = List.of(
            "picocli",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jackson-dataformat",
            "snakeyaml",
            "commonmark",
            "commons-csv",
            "commons-io",
            "commons-codec");

    private GradescopeZip() {}

    /**
     * Writes the archive, whole or not at all.
     *
     * @param project the course
     * @param zip the file to write
     * @param lesson the assignment's lesson; if it is not given, each submission's own
     * @param keyFile where the key is; by default in the user's settings
     * @param out for a line about what was made
     * @throws UserError if it cannot be written; the sentence says why
     */
    public static void write(
            Project project, Path zip, Optional<String> lesson, Optional<Path> keyFile, PrintStream out) {
        Path target = zip.toAbsolutePath();
        if (!target.toString().endsWith(".zip") || !Files.isDirectory(target.getParent())) {
            throw UserError.usage("Give a file that ends in .zip in a folder that exists, not " + zip + ".");
        }
        ReleasedNotebooks released = ReleasedNotebooks.in(project);
        lesson.filter(number -> released.exercises(number).isEmpty()).ifPresent(number -> {
            throw UserError.usage("There is no lesson " + number + " with exercises; there are "
                    + String.join(", ", released.byLesson().keySet()) + ".");
        });
        Path key = keyFile.orElseGet(KeyFile::place);
        CourseKey.load(key);
        try {
            WholeFile.write(target, part -> pack(project, part, lesson, key));
        } catch (IOException broken) {
            throw UserError.unwritable(zip, broken);
        }
        out.printf(
                "%s is ready (%d MB). It holds the key of the secret cases: upload it, and give it to nobody.%n",
                zip, target.toFile().length() / 1_000_000);
    }

    private static void pack(Project project, Path zip, Optional<String> lesson, Path key) throws IOException {
        Map<String, byte[]> small = new TreeMap<>();
        small.put("setup.sh", resource("setup.sh"));
        String run = new String(resource("run_autograder"), StandardCharsets.UTF_8)
                .replace("@LESSON@", lesson.map(number -> " --lesson " + number).orElse(""));
        small.put("run_autograder", run.getBytes(StandardCharsets.UTF_8));
        small.put("course/grading.key", Files.readAllBytes(key));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : small.entrySet()) {
                add(out, file.getKey(), file.getValue());
            }
            for (Path notebook : Project.numbered(project.notebooks(), ".ipynb")) {
                add(out, "course/notebooks/" + notebook.getFileName(), Files.readAllBytes(notebook));
            }
            add(out, "course/marl.jar", courseJar());
            for (Path jar : libraries()) {
                add(out, "course/lib/" + jar.getFileName(), Files.readAllBytes(jar));
            }
        }
    }

    /** Without the large ones: answers graded there cannot use arrays, tables or plots. */
    private static List<Path> libraries() throws IOException {
        List<Path> all = new ArrayList<>();
        CourseClasses.read(new TreeMap<>(), all);
        return all.stream()
                .filter(jar -> CourseClasses.isSmall(jar)
                        || GRADER.stream()
                                .anyMatch(name -> jar.getFileName().toString().startsWith(name)))
                .sorted()
                .toList();
    }

    /** The course's classes and resources, from wherever this program runs. */
    private static byte[] courseJar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : CourseClasses.everything().entrySet()) {
                add(jar, file.getKey(), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(bytes);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GradescopeZip.class.getResourceAsStream("/marl/gradescope/" + name)) {
            return in.readAllBytes();
        }
    }
}
