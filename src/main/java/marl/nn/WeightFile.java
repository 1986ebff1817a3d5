package marl.nn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marl.io.ChecksummedFile;

/**
 * Weights on disk: the letters MARLNN, a version, the number of blocks, for each block the names and shapes of its
 * matrices and all numbers as doubles, big-endian, and at the end a CRC-32 of everything before it. Either precision
 * reads what the other wrote.
 */
final class WeightFile {
    private static final ChecksummedFile FORMAT = new ChecksummedFile(
            "MARLNN", 1, "is not a file of weights; give one that save(...) wrote.", "save the network again.");

    private WeightFile() {}

    static void write(Path file, List<Parameters> blocks) {
        try {
            FORMAT.write(file, encode(blocks));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The weights could not be written to " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static byte[] encode(List<Parameters> blocks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(blocks.size());
        for (Parameters block : blocks) {
            out.writeUTF(describe(block));
            double[] numbers = new double[block.size()];
            block.kernels.read(block.values, numbers);
            for (double x : numbers) {
                out.writeDouble(x);
            }
        }
        return bytes.toByteArray();
    }

    /** Fills the blocks, all or none of them. */
    static void read(Path file, List<Parameters> blocks) {
        byte[] body;
        try {
            body = FORMAT.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The weights could not be read from " + file + ": " + e.getMessage() + ".", e);
        }
        try {
            fill(file, body, blocks);
        } catch (IOException e) {
            throw FORMAT.damaged(file, "it ends too early");
        }
    }

    private static void fill(Path file, byte[] body, List<Parameters> blocks) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
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
}
