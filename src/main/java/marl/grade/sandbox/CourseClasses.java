package marl.grade.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The course's own compiled classes and the jars beside them, from wherever this program runs: a jar or a build folder. */
public final class CourseClasses {

    /** What the library needs for games and random numbers; arrays, tables and plots come only on demand. */
    private static final List<String> SMALL = List.of("commons-rng", "commons-numbers", "commons-statistics", "ojalgo");

    private CourseClasses() {}

    /**
     * Whether every worker has a library, and not only those that need arrays, tables or plots.
     *
     * @param jar a jar of the class path
     * @return true for what the library needs for games and random numbers
     */
    public static boolean isSmall(Path jar) {
        return SMALL.stream().anyMatch(jar.getFileName().toString()::startsWith);
    }

    /**
     * Reads them.
     *
     * @param classes gets the class files of the course by name, for example {@code marl/game/MatrixGame.class}
     * @param libraries gets the other jars of the class path
     */
    public static void read(Map<String, byte[]> classes, List<Path> libraries) throws IOException {
        Path own = own();
        everything().forEach((name, bytes) -> {
            if (name.startsWith("marl/") && name.endsWith(".class")) {
                classes.put(name, bytes);
            }
        });
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(part).toAbsolutePath();
            if (part.endsWith(".jar") && !path.equals(own) && Files.isRegularFile(path)) {
                libraries.add(path);
            }
        }
    }

    /** All files of the course's own jar or build folder, by name. */
    public static SortedMap<String, byte[]> everything() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path own = own();
        if (Files.isDirectory(own)) {
            collect(own, files);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(own)) {
                collect(jar.getPath("/"), files);
            }
        }
        return files;
    }

    private static Path own() {
        try {
            return Path.of(CourseClasses.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void collect(Path root, Map<String, byte[]> classes) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                classes.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    /** Twelve hexadecimal digits over all class files, names and bytes. */
    static String hash(Map<String, byte[]> classes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            classes.forEach((name, bytes) -> {
                digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
