package marl.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import marl.io.WholeFile;

/**
 * The folders of a copy of the course.
 *
 * @param root the folder that holds the launcher
 */
public record Project(Path root) {

    /** System property with the project's folder, set by the launcher. */
    public static final String ROOT = "marl.root";

    /**
     * The copy that the launcher belongs to.
     *
     * @return the project
     */
    public static Project here() {
        return new Project(
                Path.of(System.getProperty(ROOT, ".")).toAbsolutePath().normalize());
    }

    /**
     * Lesson texts.
     *
     * @return the folder
     */
    public Path lessons() {
        return root.resolve("lessons");
    }

    /**
     * Student notebooks as released.
     *
     * @return the folder
     */
    public Path notebooks() {
        return root.resolve("notebooks");
    }

    /**
     * Solved notebooks.
     *
     * @return the folder
     */
    public Path solutions() {
        return root.resolve("solutions");
    }

    /**
     * Where students work.
     *
     * @return the folder
     */
    public Path my() {
        return root.resolve("my");
    }

    /**
     * Where the launcher installs what it built: library, kernel, kernelspec.
     *
     * @return the folder
     */
    public Path installed() {
        return root.resolve(".marl");
    }

    /**
     * Whether this copy holds what authors need; a student's zip does not.
     *
     * @return true in a full checkout
     */
    public boolean hasSources() {
        return Files.isDirectory(lessons());
    }

    /**
     * The notebooks of a folder in order.
     *
     * @param folder {@link #notebooks()}, {@link #solutions()} or {@link #my()}
     * @param suffix for example {@code .ipynb}
     * @return files whose names start with a lesson number
     * @throws UserError if the folder cannot be read
     */
    public static List<Path> numbered(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("\\d\\d-.*" + suffix.replace(".", "\\.")))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw UserError.unreadable(folder, broken);
        }
    }

    /**
     * The one file of a lesson.
     *
     * @param folder where to look
     * @param number the lesson as a user types it: 1, 01 or 01-games
     * @param suffix for example {@code .ipynb}
     * @return the file
     * @throws UserError if there is no such lesson; the sentence lists those there are
     */
    public static Path lesson(Path folder, String number, String suffix) {
        List<Path> files = numbered(folder, suffix);
        String wanted = number.matches("\\d") ? "0" + number : number;
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.startsWith(wanted + "-") || name.equals(wanted) || name.equals(wanted + suffix)) {
                return file;
            }
        }
        List<String> known = files.stream()
                .map(f -> f.getFileName().toString().substring(0, 2))
                .toList();
        throw UserError.usage("There is no lesson " + number + " in " + folder.getFileName() + "; there are "
                + (known.isEmpty() ? "none yet" : String.join(", ", known)) + ".");
    }

    /**
     * Writes a file that everybody may read, so that it is either the old one or the whole new one.
     *
     * @param file the file
     * @param text its text
     * @throws UserError if it cannot be written
     */
    public static void write(Path file, String text) {
        try {
            WholeFile.write(file, part -> {
                Files.write(part, text.getBytes(StandardCharsets.UTF_8));
                part.toFile().setReadable(true, false);
            });
        } catch (IOException broken) {
            throw UserError.failed(
                    "Cannot write " + file + ": is the folder read-only or the disk full? Copy the course"
                            + " to a folder of your own and run it there.");
        }
    }

    /**
     * Reads a text file.
     *
     * @param file the file
     * @return its text
     * @throws UserError if it cannot be read
     */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw UserError.unreadable(file, broken);
        }
    }
}
