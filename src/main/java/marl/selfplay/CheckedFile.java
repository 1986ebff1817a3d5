package marl.selfplay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import marl.io.ChecksummedFile;

/** Self-play on disk, with a checksum; it never takes the place of somebody else's file. */
final class CheckedFile {
    private static final ChecksummedFile FORMAT = new ChecksummedFile(
            "MARLSP",
            1,
            "was not written by self-play; give one that save(...) wrote.",
            "resume from another save, or begin anew.");

    private CheckedFile() {}

    static void write(Path file, byte[] body) {
        try {
            if (Files.exists(file) && !FORMAT.begins(file)) {
                throw new IllegalArgumentException(
                        file + " is there already and was not written by self-play; save under another name.");
            }
            FORMAT.write(file, body);
        } catch (IOException e) {
            throw new UncheckedIOException("Self-play could not be saved to " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /** The bytes, once they are known to be whole. */
    static byte[] read(Path file) {
        try {
            return FORMAT.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Self-play could not be resumed from " + file + ": " + e.getMessage() + ".", e);
        }
    }

    static IllegalArgumentException damaged(Path file, String how) {
        return FORMAT.damaged(file, how);
    }
}
