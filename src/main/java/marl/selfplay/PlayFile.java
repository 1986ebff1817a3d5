package marl.selfplay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marl.agent.FrozenPolicy;
import marl.agent.StorableLearner;
import marl.random.Rng;

/**
 * A stopped {@link SelfPlay} in a {@link CheckedFile}: the settings as text, the number of episodes, for each learner its
 * memory, its latest self and its pool, then the generators' words. Numbers are big-endian.
 */
final class PlayFile {
    private PlayFile() {}

    private record Stored(
            long trained, double[] memory, Optional<Snapshot> latest, long offered, List<Snapshot> snapshots) {}

    static void write(Path file, Trainer trainer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(trainer.settings());
            out.writeLong(trainer.done);
            for (Role role : trainer.roles) {
                role(out, role);
            }
            for (Rng rng : trainer.chance) {
                for (long word : rng.state()) {
                    out.writeLong(word);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Self-play could not be written down.", e);
        }
        CheckedFile.write(file, bytes.toByteArray());
    }

    private static void role(DataOutputStream out, Role role) throws IOException {
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

    /** Puts everything back, all or nothing. */
    static void read(Path file, Trainer trainer) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(CheckedFile.read(file)));
        try {
            fill(file, in, trainer);
        } catch (IOException e) {
            throw CheckedFile.damaged(file, "it ends too early");
        }
    }

    private static void fill(Path file, DataInputStream in, Trainer trainer) throws IOException {
        String saved = in.readUTF();
        if (!saved.equals(trainer.settings())) {
            throw new IllegalArgumentException(file + " was saved by self-play of \"" + saved + "\", but this one is \""
                    + trainer.settings() + "\"; make it with the settings that were saved.");
        }
        long done = in.readLong();
        List<Stored> all = new ArrayList<>();
        for (Role role : trainer.roles) {
            all.add(stored(file, in, role.storable()));
        }
        List<Rng> generators = new ArrayList<>();
        for (int i = 0; i < trainer.chance.length; i++) {
            generators.add(Rng.ofState(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
        }
        // Nothing above has changed anything; nothing below can fail.
        for (int i = 0; i < trainer.roles.length; i++) {
            Role role = trainer.roles[i];
            Stored stored = all.get(i);
            role.storable().restore(stored.memory);
            role.trained = stored.trained;
            role.latest = stored.latest;
            role.pool.restore(stored.snapshots, stored.offered);
        }
        for (int i = 0; i < trainer.chance.length; i++) {
            trainer.chance[i] = generators.get(i);
        }
        trainer.done = done;
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
            throw new IOException("No room for " + length + " numbers.");
        }
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }
}
