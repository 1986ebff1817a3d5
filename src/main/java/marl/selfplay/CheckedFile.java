package marl.selfplay;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * An envelope for bytes on disk: the letters MARLSP, a version, the bytes, and a CRC-32 of everything before it. It is
 * written beside its place and then moved there.
 */
final class CheckedFile {
    private static final byte[] MAGIC = "MARLSP".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEAD = MAGIC.length + Integer.BYTES;

    private CheckedFile() {}

    static void write(Path file, byte[] body) {
        try {
            if (Files.exists(file) && !ours(file)) {
                throw new IllegalArgumentException(
                        file + " is there already and was not written by self-play; save under another name.");
            }
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
            try {
                Files.write(part, wrap(body));
                move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Self-play could not be saved to " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static boolean ours(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(MAGIC, in.readNBytes(MAGIC.length));
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] wrap(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(MAGIC);
        out.writeInt(VERSION);
        out.write(body);
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    /** The bytes, once they are known to be whole. */
    static byte[] read(Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Self-play could not be resumed from " + file + ": " + e.getMessage() + ".", e);
        }
        if (content.length < MAGIC.length || !Arrays.equals(MAGIC, 0, MAGIC.length, content, 0, MAGIC.length)) {
            throw new IllegalArgumentException(file + " was not written by self-play; give one that save(...) wrote.");
        }
        int end = content.length - Long.BYTES;
        if (end < HEAD || ByteBuffer.wrap(content).getLong(end) != checksum(content, end)) {
            throw damaged(file, "its checksum is wrong");
        }
        int version = ByteBuffer.wrap(content).getInt(MAGIC.length);
        if (version != VERSION) {
            throw new IllegalArgumentException(file + " has format version " + version
                    + ", but this course reads version " + VERSION + "; save it with the same version of the course.");
        }
        return Arrays.copyOfRange(content, HEAD, end);
    }

    static IllegalArgumentException damaged(Path file, String how) {
        return new IllegalArgumentException(
                file + " is damaged (" + how + "); resume from another save, or begin anew.");
    }

    private static long checksum(byte[] content, int length) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return crc.getValue();
    }
}
