package marl.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Atomic writing: a file is either the old one or the whole new one, whatever happens in between. The new one is written
 * beside its place and then moved there.
 */
public final class WholeFile {

    private WholeFile() {}

    /** Fills a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes everything.
         *
         * @param part an empty file that only this user can read; it may be deleted and made anew
         * @throws IOException if that fails
         */
        void writeTo(Path part) throws IOException;
    }

    /**
     * Writes bytes.
     *
     * @param file the file; its folder is made if need be
     * @param content what it shall hold
     * @throws IOException if it cannot be written; what was there stays
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, part -> Files.write(part, content));
    }

    /**
     * Writes whatever can be written to a path.
     *
     * @param file the file; its folder is made if need be
     * @param content writes what it shall hold
     * @throws IOException if it cannot be written; what was there stays
     */
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            content.writeTo(part);
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
