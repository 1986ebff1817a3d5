package marl.nn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Weights on disk: the letters MARLNN, a version, the number of blocks, for each block the names and shapes of its
 * matrices and all numbers as doubles, big-endian, and at the end a CRC-32 of everything before it. Either precision
 * reads what the other wrote.
 */
final class WeightFile {
    private static final byte[] MAGIC = "MARLNN".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int CHECKSUM = 8;

    private WeightFile() {}

    static void write(Path file, List<Parameters> blocks) {
        try {
            byte[] content = encode(blocks);
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
            try {
                Files.write(part, content);
                move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The weights could not be written to " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] encode(List<Parameters> blocks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(blocks.size());
        for (Parameters block : blocks) {
            out.writeUTF(describe(block));
            double[] numbers = new double[block.size()];
            block.kernels.read(block.values, numbers);
            for (double x : numbers) {
                out.writeDouble(x);
            }
        }
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    /** Fills the blocks, all or none of them. */
    static void read(Path file, List<Parameters> blocks) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The weights could not be read from " + file + ": " + e.getMessage() + ".", e);
        }
        if (content.length < MAGIC.length || !startsWithMagic(content)) {
            throw new IllegalArgumentException(file + " is not a file of weights; give one that save(...) wrote.");
        }
        int body = content.length - CHECKSUM;
        if (body < MAGIC.length + 8 || ByteBuffer.wrap(content).getLong(body) != checksum(content, body)) {
            throw new IllegalArgumentException(file + " is damaged (its checksum is wrong); save the network again.");
        }
        try {
            fill(file, content, blocks);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " is damaged (it ends too early); save the network again.", e);
        }
    }

    private static void fill(Path file, byte[] content, List<Parameters> blocks) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        in.skipBytes(MAGIC.length);
        int version = in.readInt();
        if (version != VERSION) {
            throw new IllegalArgumentException(file + " has format version " + version
                    + ", but this course reads version " + VERSION + "; save it with the same version of the course.");
        }
        int count = in.readInt();
        if (count != blocks.size()) {
            throw new IllegalArgumentException(file + " holds " + count + " networks, but " + blocks.size()
                    + " are to be filled; load it into what was saved.");
        }
        List<double[]> numbers = new ArrayList<>();
        for (Parameters block : blocks) {
            String shapes = in.readUTF();
            if (!shapes.equals(describe(block))) {
                throw new IllegalArgumentException(file + " holds a network with " + shapes + ", but this one has "
                        + describe(block) + "; make the network with the sizes that were saved.");
            }
            double[] all = new double[block.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = in.readDouble();
            }
            numbers.add(all);
        }
        for (int i = 0; i < numbers.size(); i++) {
            blocks.get(i).kernels.write(numbers.get(i), blocks.get(i).values);
        }
    }

    private static String describe(Parameters block) {
        return block.list().toString();
    }

    private static boolean startsWithMagic(byte[] content) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (content[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static long checksum(byte[] content, int length) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return crc.getValue();
    }
}
