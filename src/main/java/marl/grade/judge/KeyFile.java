package marl.grade.judge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import marl.project.UserError;

/**
 * Keeps the course's key in a file of its own: 64 hexadecimal digits, made at first use. Only the owner may read it. A
 * key that others can read is refused, not mended: they may have read it already, and only the instructor knows who
 * else uses the machine.
 */
public final class KeyFile {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private KeyFile() {}

    /**
     * The key in a file; a new one if there is no such file.
     *
     * @param file where it is kept
     * @return the key
     * @throws UserError if the file is damaged, others can read or change it, or it cannot be made
     */
    static CourseKey load(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            refuseShared(file);
            return CourseKey.of(parse(file));
        } catch (IOException broken) {
            throw UserError.failed("Cannot read or make the grading key " + file + " ("
                    + broken.getClass().getSimpleName()
                    + "): let this user read and write it there, or set XDG_CONFIG_HOME to a folder of their own.");
        }
    }

    /**
     * Where the key is kept unless told otherwise.
     *
     * @param environment the environment variables
     * @param home the user's home
     * @param windows whether this is Windows
     * @return {@code marl-course/grading.key} in {@code XDG_CONFIG_HOME} if that is an absolute path, else in
     *     {@code ~/.config}; on Windows in {@code APPDATA}
     */
    public static Path place(Map<String, String> environment, Path home, boolean windows) {
        Path usual = windows ? home.resolve("AppData").resolve("Roaming") : home.resolve(".config");
        String told = environment.getOrDefault(windows ? "APPDATA" : "XDG_CONFIG_HOME", "");
        Path folder = !told.isEmpty() && Path.of(told).isAbsolute() ? Path.of(told) : usual;
        return folder.resolve("marl-course").resolve("grading.key");
    }

    /**
     * {@link #place(Map, Path, boolean)} for whoever runs this.
     *
     * @return the file, which need not exist
     */
    public static Path place() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return place(System.getenv(), Path.of(System.getProperty("user.home")), windows);
    }

    /** The file appears whole or not at all; whoever comes second takes the first one's key. */
    private static void create(Path file) throws IOException {
        byte[] key = new byte[CourseKey.LENGTH];
        new SecureRandom().nextBytes(key);
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, posix ? owner("rwx------") : new FileAttribute<?>[0]);
        Path half =
                Files.createTempFile(folder, ".grading", ".tmp", posix ? owner("rw-------") : new FileAttribute<?>[0]);
        try {
            Files.writeString(half, HexFormat.of().formatHex(key) + "\n");
            publish(half, file);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** A hard link never replaces a file, a move may; not every file system has hard links. */
    private static void publish(Path half, Path file) throws IOException {
        try {
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException first) {
            return;
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            try {
                Files.move(half, file);
            } catch (FileAlreadyExistsException first) {
                return;
            }
        }
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private static void refuseShared(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> given = EnumSet.noneOf(PosixFilePermission.class);
        given.addAll(Files.getPosixFilePermissions(file));
        given.retainAll(OTHERS);
        if (!given.isEmpty()) {
            throw UserError.failed("Others on this computer can read or change the grading key " + file
                    + ", and with it tell the hidden cases: delete it for a new one, or, if you are sure of everybody"
                    + " here, run chmod 600 on it.");
        }
    }

    private static byte[] parse(Path file) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(1_000), StandardCharsets.US_ASCII).strip();
        }
        if (!text.matches("[0-9a-fA-F]{" + 2 * CourseKey.LENGTH + "}")) {
            throw UserError.failed("The grading key " + file + " is damaged: put back your copy of it, or delete it for"
                    + " a new one, with which everybody gets other hidden cases.");
        }
        return HexFormat.of().parseHex(text);
    }
}
