package marl.course.endtoend;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import marl.project.Shell;

/** Packs this project and unpacks it as a student would. */
final class Bundles {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private Bundles() {}

    /** Packs with {@code option} and unpacks into {@code folder}; returns the course's folder. */
    static Path unpacked(String option, Path folder) throws IOException {
        Path zip = folder.resolve("bundle.zip");
        Shell.Result packed = Shell.quiet(
                PROJECT,
                Map.of(),
                1200,
                java.util.List.of(PROJECT.resolve("course").toString(), "pack", option, zip.toString()));
        if (!packed.ok()) {
            throw new AssertionError(packed.output());
        }
        try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"));
                Stream<Path> files = Files.walk(inside.getPath("/"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(file.toString().substring(1));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
            }
        }
        Files.delete(zip);
        return folder.resolve("marl-course");
    }
}
