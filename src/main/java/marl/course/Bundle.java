package marl.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marl.io.WholeFile;
import marl.project.Project;
import marl.project.UserError;

/** Makes the zips of {@code pack}. A zip is made whole beside its final name, then moved there. */
final class Bundle {

    /** The folder inside the zip. */
    static final String FOLDER = "marl-course";

    /** What a student gets: no lesson sources, no solutions, no tests with planted answers. */
    private static final List<String> STUDENT = List.of(
            "README.md",
            "LICENSE",
            "LICENSE-PROSE",
            "CITATION.cff",
            "course",
            "course.cmd",
            "pom.xml",
            "notebooks",
            "src/main",
            "docs/troubleshooting.md",
            "docs/glossary.md",
            "docs/images");

    private final Project project;

    Bundle(Project project) {
        this.project = project;
    }

    void student(Path zip) {
        try {
            Path stage = Files.createTempDirectory("marl-pack");
            try {
                copyStudentFiles(stage.resolve(FOLDER));
                write(stage, zip);
            } finally {
                deleteTree(stage);
            }
        } catch (IOException broken) {
            throw UserError.unwritable(zip, broken);
        }
    }

    void offline(Path zip, List<String> platforms) {
        try {
            Path stage = Files.createTempDirectory("marl-pack");
            try {
                Path folder = stage.resolve(FOLDER);
                copyStudentFiles(folder);
                new OfflineParts(project, folder).add(platforms);
                write(stage, zip);
            } finally {
                deleteTree(stage);
            }
        } catch (IOException broken) {
            throw UserError.unwritable(zip, broken);
        }
    }

    private void copyStudentFiles(Path folder) throws IOException {
        for (String name : STUDENT) {
            Path from = project.root().resolve(name);
            if (Files.exists(from)) {
                copyTree(from, folder.resolve(name));
            }
        }
        if (!Files.isDirectory(folder.resolve("notebooks"))) {
            throw UserError.failed("There are no notebooks to pack: run ./course build first.");
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Zips with file permissions, so that the launcher stays executable. */
    private static void write(Path stage, Path zip) throws IOException {
        WholeFile.write(zip, part -> {
            Files.delete(part);
            Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
            try (FileSystem inside = FileSystems.newFileSystem(part, options);
                    Stream<Path> files = Files.walk(stage)) {
                for (Path file : files.sorted().toList()) {
                    Path target = inside.getPath(
                            "/" + stage.relativize(file).toString().replace('\\', '/'));
                    if (Files.isRegularFile(file)) {
                        Files.createDirectories(target.getParent());
                        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                        keepPermissions(file, target);
                    }
                }
            }
        });
    }

    /** A copy into another file system keeps the times of a file and nothing else. */
    private static void keepPermissions(Path file, Path target) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
        }
    }

    static void deleteTree(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
