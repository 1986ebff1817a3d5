package marl.selfplay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import marl.agent.FrozenPolicy;
import marl.agent.StorableLearner;
import marl.random.Rng;

/**
 * A stopped {@link SelfPlay} on disk: the letters MARLSP, a version, the settings as text, the number of episodes, for each
 * learner its memory, its latest self and its pool, then the generators' words, and at the end a CRC-32 of everything
 * before it. Numbers are big-endian.
 */
final class PlayFile {
    private static final byte[] MAGIC = "MARLSP".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int CHECKSUM = 8;

    private PlayFile() {}

    private record Stored(
            long trained, double[] memory, Optional<Snapshot> latest, long offered, List<Snapshot> snapshots) {}

    static void write(Path file, String settings, long done, Role[] roles, Rng... chance) {
        try {
            byte[] content = encode(settings, done, roles, chance);
            if (Files.exists(file) && !written(file)) {
                throw new IllegalArgumentException(
                        file + " is there already and was not written by self-play; save under another name.");
            }
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
            throw new UncheckedIOException("Self-play could not be saved to " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean written(Path file) throws IOException {
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

    private static byte[] encode(String settings, long done, Role[] roles, Rng... chance) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(MAGIC);
        out.writeInt(VERSION);
        out.writeUTF(settings);
        out.writeLong(done);
        for (Role role : roles) {
            out.writeLong(role.trained);
            numbers(out, role.storable().memory());
            out.writeBoolean(role.latest.isPresent());
            if (role.latest.isPresent()) {
                snapshot(out, role.latest.get());
            }
            out.writeLong(role.pool.offered());
            out.writeInt(role.pool.size());
            for (Snapshot snapshot : role.pool.snapshots()) {
                snapshot(out, snapshot);
            }
        }
        for (Rng rng : chance) {
            for (long word : rng.state()) {
                out.writeLong(word);
            }
        }
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    private static void snapshot(DataOutputStream out, Snapshot snapshot) throws IOException {
        out.writeLong(snapshot.episode());
        out.writeLong(snapshot.games());
        out.writeDouble(snapshot.score());
        // A storable learner freezes into nothing else.
        numbers(out, ((FrozenPolicy) snapshot.policy()).numbers());
    }

    private static void numbers(DataOutputStream out, double... numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double x : numbers) {
            out.writeDouble(x);
        }
    }

    /** Fills roles and generators, all or nothing, and returns the number of episodes. */
    static long read(Path file, String settings, Role[] roles, Rng... chance) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Self-play could not be resumed from " + file + ": " + e.getMessage(), e);
        }
        if (content.length < MAGIC.length || !Arrays.equals(MAGIC, 0, MAGIC.length, content, 0, MAGIC.length)) {
            throw new IllegalArgumentException(file + " was not written by self-play; give one that save(...) wrote.");
        }
        int body = content.length - CHECKSUM;
        if (body < MAGIC.length || ByteBuffer.wrap(content).getLong(body) != checksum(content, body)) {
            throw new IllegalArgumentException(
                    file + " is damaged (its checksum is wrong); resume from another save, or begin anew.");
        }
        try {
            return fill(file, new DataInputStream(new ByteArrayInputStream(content, 0, body)), settings, roles, chance);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " is damaged (it ends too early); resume from another save, or begin anew.", e);
        }
    }

    private static long fill(Path file, DataInputStream in, String settings, Role[] roles, Rng... chance)
            throws IOException {
        in.skipBytes(MAGIC.length);
        int version = in.readInt();
        if (version != VERSION) {
            throw new IllegalArgumentException(file + " has format version " + version
                    + ", but this course reads version " + VERSION + "; save it with the same version of the course.");
        }
        String saved = in.readUTF();
        if (!saved.equals(settings)) {
            throw new IllegalArgumentException(file + " was saved by self-play of \"" + saved + "\", but this one is \""
                    + settings + "\"; make it with the settings that were saved.");
        }
        long done = in.readLong();
        List<Stored> all = new ArrayList<>();
        for (Role role : roles) {
            all.add(stored(file, in, role.storable()));
        }
        List<Rng> generators = new ArrayList<>();
        for (int i = 0; i < chance.length; i++) {
            generators.add(Rng.ofState(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
        }
        // Nothing above has changed anything; nothing below can fail.
        for (int i = 0; i < roles.length; i++) {
            Stored stored = all.get(i);
            roles[i].storable().restore(stored.memory);
            roles[i].trained = stored.trained;
            roles[i].latest = stored.latest;
            roles[i].pool.restore(stored.snapshots, stored.offered);
        }
        for (int i = 0; i < chance.length; i++) {
            chance[i] = generators.get(i);
        }
        return done;
    }

    private static Stored stored(Path file, DataInputStream in, StorableLearner learner) throws IOException {
        long trained = in.readLong();
        double[] memory = numbers(in);
        int expected = learner.memory().length;
        if (memory.length != expected) {
            throw new IllegalArgumentException(file + " holds a learner that remembers " + memory.length
                    + " numbers, but this one remembers " + expected + "; make it as the one that was saved.");
        }
        Optional<Snapshot> latest = in.readBoolean() ? Optional.of(snapshot(in, learner)) : Optional.empty();
        long offered = in.readLong();
        int size = in.readInt();
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            snapshots.add(snapshot(in, learner));
        }
        return new Stored(trained, memory, latest, offered, snapshots);
    }

    private static Snapshot snapshot(DataInputStream in, StorableLearner learner) throws IOException {
        long episode = in.readLong();
        long games = in.readLong();
        double score = in.readDouble();
        return new Snapshot(learner.frozen(numbers(in)), episode, games, score);
    }

    private static double[] numbers(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available() / Double.BYTES) {
            throw new IOException("no room for " + length + " numbers");
        }
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

    private static long checksum(byte[] content, int length) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return crc.getValue();
    }
}
