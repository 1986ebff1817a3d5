package marl.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFileTest {
    @TempDir
    Path folder;

    private static Mlp net(Precision precision, long seed) {
        return Mlp.of(Activation.TANH, precision, Rng.of(seed), 4, 6, 2);
    }

    private static double[] weights(Mlp net) {
        return Near.numbers(net.parameters().get(0).values());
    }

    private Path saved() {
        Path file = folder.resolve("net.weights");
        net(Precision.SINGLE, 1).save(file);
        return file;
    }

    @Test
    void whatWasSavedComesBackBitForBit() throws IOException {
        for (Precision precision : Precision.values()) {
            Mlp net = net(precision, 1);
            Path file = folder.resolve("deep/er/" + precision);
            net.save(file);
            net.save(file); // over the old one
            Mlp other = net(precision, 2);
            other.load(file);
            assertArrayEquals(weights(net), weights(other), 0);
            try (Stream<Path> files = Files.list(file.getParent())) {
                assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")), "no temporary file is left");
            }
        }
    }

    @Test
    void singleReadsWhatDoubleWrote() {
        Mlp plain = net(Precision.DOUBLE, 1);
        Path file = folder.resolve("plain");
        plain.save(file);
        Mlp fused = net(Precision.SINGLE, 2);
        fused.load(file);
        Near.same("weights", weights(plain), weights(fused), 1e-7);
    }

    /** Every single flipped bit, and every shortened file, is noticed. */
    @Test
    void damageIsNoticedWhereverItIs() throws IOException {
        byte[] whole = Files.readAllBytes(saved());
        Path file = folder.resolve("damaged");
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            Files.write(file, damaged);
            refused(file, i < 6 ? "not a file of weights" : "damaged");
        }
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            refused(file, length < 6 ? "not a file of weights" : "damaged");
        }
    }

    @Test
    void aForeignFileIsRefused() throws IOException {
        Path file = folder.resolve("picture.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0, 0, 0, 0, 0});
        refused(file, "not a file of weights");
    }

    @Test
    void aNewerVersionIsRefused() throws IOException {
        Path file = saved();
        byte[] content = Files.readAllBytes(file);
        ByteBuffer.wrap(content).putInt(6, 2);
        sign(content);
        Files.write(file, content);
        refused(file, "version 2, but this course reads version 1");
    }

    /** A right checksum over nonsense lengths. */
    @Test
    void aFileThatEndsTooEarlyIsRefused() throws IOException {
        Path file = saved();
        byte[] content = Arrays.copyOf(Files.readAllBytes(file), 100);
        sign(content);
        Files.write(file, content);
        refused(file, "ends too early");
    }

    @Test
    void anotherShapeIsRefused() {
        Path file = saved();
        Mlp wider = Mlp.relu(Rng.of(1), 4, 7, 2);
        double[] before = weights(wider);
        String message = assertThrows(IllegalArgumentException.class, () -> wider.load(file))
                .getMessage();
        assertTrue(message.contains("[6, 4]") && message.contains("[7, 4]"), message);
        assertArrayEquals(before, weights(wider), 0);
        Mlp one = net(Precision.SINGLE, 1);
        Trainable two = () -> java.util.List.of(
                one.parameters().get(0), net(Precision.SINGLE, 2).parameters().get(0));
        assertEquals(2 * one.size(), two.size());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> two.load(file))
                .getMessage()
                .contains("holds 1 networks, but 2"));
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("nowhere");
        assertTrue(assertThrows(
                        UncheckedIOException.class,
                        () -> net(Precision.SINGLE, 1).load(file))
                .getMessage()
                .contains("nowhere"));
    }

    private static void sign(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, content.length - 8);
        ByteBuffer.wrap(content).putLong(content.length - 8, crc.getValue());
    }

    private void refused(Path file, String part) {
        Mlp net = net(Precision.SINGLE, 5);
        double[] before = weights(net);
        String message = assertThrows(IllegalArgumentException.class, () -> net.load(file))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertArrayEquals(before, weights(net), 0);
    }
}
