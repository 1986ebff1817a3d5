package marl.io;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A format of files that know when they are damaged: letters that name it, a version as an int, a body, and a CRC-32 of
 * everything before it as a long, all big-endian.
 *
 * @param letters what files of this format begin with, in ASCII
 * @param version the version that is written, and the only one that is read
 * @param foreign what is said of another file after its name, for example "is not a file of weights; give one that
 *     save(...) wrote."
 * @param cure what is said after a damage, for example "save the network again."
 */
public record ChecksummedFile(String letters, int version, String foreign, String cure) {

    /**
     * Writes a file, whole or not at all.
     *
     * @param file the file
     * @param body any bytes
     * @throws IOException if it cannot be written
     */
    public void write(Path file, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(magic());
        out.writeInt(version);
        out.write(body);
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        WholeFile.write(file, bytes.toByteArray());
    }

    /**
     * Whether a file begins like one of this format.
     *
     * @param file a file that exists
     * @return true if it has the letters
     * @throws IOException if it cannot be read
     */
    public boolean begins(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(magic(), in.readNBytes(letters.length()));
        }
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its body, once it is known to be whole
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is of another format or version, or damaged; the sentence says which
     */
    public byte[] read(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        byte[] magic = magic();
        if (content.length < magic.length || !Arrays.equals(magic, 0, magic.length, content, 0, magic.length)) {
            String sentence = file + " " + foreign;
            throw new IllegalArgumentException(sentence);
        }
        int head = magic.length + Integer.BYTES;
        int end = content.length - Long.BYTES;
        if (end < head || ByteBuffer.wrap(content).getLong(end) != checksum(content, end)) {
            throw damaged(file, "its checksum is wrong");
        }
        int found = ByteBuffer.wrap(content).getInt(magic.length);
        if (found != version) {
            throw new IllegalArgumentException(file + " has format version " + found
                    + ", but this course reads version " + version + "; save it with the same version of the course.");
        }
        return Arrays.copyOfRange(content, head, end);
    }

    /**
     * The error of a body that makes no sense.
     *
     * @param file the file
     * @param how what is wrong, for example "it ends too early"
     * @return an error to throw
     */
    public IllegalArgumentException damaged(Path file, String how) {
        String sentence = file + " is damaged (" + how + "); " + cure;
        return new IllegalArgumentException(sentence);
    }

    private byte[] magic() {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }

    private static long checksum(byte[] content, int length) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return crc.getValue();
    }
}
