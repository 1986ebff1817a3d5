package marl.selfplay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.QLearner;
import marl.agent.Schedule;
import marl.agent.SoftmaxLearner;
import marl.env.LeakyNim;
import marl.env.ObservationIndex;
import marl.game.Games;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayFileTest {
    @TempDir
    Path folder;

    private static SelfPlay rps(SoftmaxLearner learner) {
        return SelfPlay.of(Games.rockPaperScissors(), learner)
                .pool(4, Drop.RANDOM)
                .snapshotEvery(10)
                .sampler(Sampler.prioritised(1))
                .seats(Seats.RANDOM)
                .seed(9);
    }

    private static SoftmaxLearner softmax() {
        return SoftmaxLearner.of(3).rate(0.1).entropyBonus(0.01).build();
    }

    private Path saved() {
        Path file = folder.resolve("rps.play");
        SelfPlay play = rps(softmax());
        play.run(120);
        play.save(file);
        return file;
    }

    @Test
    void aResumedRunIsTheSameRunBitForBit() throws IOException {
        SoftmaxLearner whole = softmax();
        double[] all = rps(whole).run(500);
        Path file = folder.resolve("deep/er/rps.play");
        SelfPlay first = rps(softmax());
        first.run(120);
        first.save(file);
        first.run(17); // what comes after saving does not matter
        SoftmaxLearner resumed = softmax();
        SelfPlay second = rps(resumed).resume(file);
        assertEquals(120, second.episodes());
        assertArrayEquals(Arrays.copyOfRange(all, 120, 500), second.run(380));
        assertArrayEquals(whole.memory(), resumed.memory());
        second.save(file); // over the old one
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(1, files.count(), "no temporary file is left");
        }
    }

    /** The latest self is taken for seven episodes; whatever its age when saved, it must come back, and go when it would have gone. */
    @Test
    void theLatestSelfComesBackAtItsAge() {
        for (int saved = 14; saved < 28; saved++) {
            SoftmaxLearner whole = SoftmaxLearner.of(3).rate(2).build();
            double[] all = refreshed(whole).run(300);
            Path file = folder.resolve("latest.play");
            SelfPlay first = refreshed(SoftmaxLearner.of(3).rate(2).build());
            first.run(saved);
            first.save(file);
            SoftmaxLearner resumed = SoftmaxLearner.of(3).rate(2).build();
            double[] rest = refreshed(resumed).resume(file).run(300 - saved);
            assertArrayEquals(Arrays.copyOfRange(all, saved, 300), rest);
            assertArrayEquals(whole.memory(), resumed.memory());
        }
    }

    private static SelfPlay refreshed(SoftmaxLearner learner) {
        return SelfPlay.of(Games.rockPaperScissors(), learner)
                .sampler(Sampler.latest())
                .refresh(7)
                .seed(1);
    }

    /** Two tabular learners with their visits, a latest self that is two episodes old, and chance in the game. */
    @Test
    void twoTabularLearnersGoOnToo() {
        QLearner[] whole = {tabular(), tabular()};
        nim(whole).run(303);
        Path file = folder.resolve("nim.play");
        QLearner[] before = {tabular(), tabular()};
        SelfPlay first = nim(before);
        first.run(101);
        first.save(file);
        QLearner[] after = {tabular(), tabular()};
        nim(after).resume(file).run(202);
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(whole[i].memory(), after[i].memory());
        }
        assertFalse(Arrays.equals(before[0].memory(), after[0].memory()));
    }

    private static QLearner tabular() {
        return QLearner.of(ObservationIndex.rounded(0, 0, 9, 1), 2)
                .alphaPerVisit(Schedule.power(0.6))
                .epsilon(Schedule.linear(1, 0, 100))
                .gamma(1)
                .build();
    }

    private static SelfPlay nim(QLearner... pair) {
        return SelfPlay.of(new LeakyNim(9), pair[0], pair[1])
                .snapshotEvery(20)
                .sampler(Sampler.mostlyLatest(0.5))
                .refresh(6)
                .seed(2);
    }

    /** Every flipped bit in turn, and every shortened file, is noticed. */
    @Test
    void damageIsNoticedWhereverItIsAndChangesNothing() throws IOException {
        byte[] whole = Files.readAllBytes(saved());
        Path file = folder.resolve("damaged");
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            Files.write(file, damaged);
            refused(file, i < 6 ? "not written by self-play" : "damaged");
        }
        for (int length = 0; length < whole.length; length += 13) {
            Files.write(file, Arrays.copyOf(whole, length));
            refused(file, length < 6 ? "not written by self-play" : "damaged");
        }
    }

    @Test
    void otherVersionsAndNonsenseUnderARightChecksumAreRefused() throws IOException {
        byte[] newer = Files.readAllBytes(saved());
        ByteBuffer.wrap(newer).putInt(6, 2);
        Path file = folder.resolve("other");
        Files.write(file, sign(newer));
        refused(file, "version 2, but this course reads version 1");
        Files.write(file, sign(Arrays.copyOf(Files.readAllBytes(saved()), 400)));
        refused(file, "ends too early");
        byte[] huge = Files.readAllBytes(saved());
        int settings = ByteBuffer.wrap(huge).getShort(10);
        ByteBuffer.wrap(huge).putInt(12 + settings + 16, Integer.MAX_VALUE);
        Files.write(file, sign(huge));
        refused(file, "ends too early");
    }

    private static byte[] sign(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, content.length - 8);
        ByteBuffer.wrap(content).putLong(content.length - 8, crc.getValue());
        return content;
    }

    @Test
    void otherSettingsAndOtherLearnersAreRefused() {
        Path file = saved();
        SelfPlay other = rps(softmax()).seed(10);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> other.resume(file))
                .getMessage()
                .contains("seed 9"));
        Path pennies = folder.resolve("pennies");
        QLearner[] pair = {tabular(), tabular()};
        nim(pair).save(pennies);
        QLearner[] smaller = {
            tabular(),
            QLearner.of(ObservationIndex.rounded(0, 0, 9, 3), 2)
                    .alpha(0.1)
                    .epsilon(0)
                    .gamma(1)
                    .build()
        };
        double[] before = smaller[0].memory();
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> nim(smaller).resume(pennies))
                        .getMessage()
                        .contains("remembers"));
        assertArrayEquals(before, smaller[0].memory(), "not even the one that would have fitted has changed");
    }

    @Test
    void savingNeverReplacesAFileOfSomebodyElse() throws IOException {
        Path notes = folder.resolve("notes.txt");
        Files.writeString(notes, "MARL, lecture notes");
        SelfPlay play = rps(softmax());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> play.save(notes))
                .getMessage()
                .contains("another name"));
        assertEquals("MARL, lecture notes", Files.readString(notes));
        refused(notes, "not written by self-play");
        Path nowhere = folder.resolve("nowhere");
        assertTrue(assertThrows(UncheckedIOException.class, () -> play.resume(nowhere))
                .getMessage()
                .contains("nowhere"));
    }

    @Test
    void learnersThatCannotBeWrittenDownAreNamed() {
        SelfPlay play = SelfPlay.of(new LeakyNim(3), Learner.frozen(Policy.uniform()));
        play.run(3);
        Path file = folder.resolve("never");
        assertTrue(assertThrows(IllegalStateException.class, () -> play.save(file))
                .getMessage()
                .contains("cannot be written down"));
        assertFalse(Files.exists(file));
    }

    private void refused(Path file, String part) throws IOException {
        byte[] before = Files.readAllBytes(file);
        SoftmaxLearner learner = softmax();
        SelfPlay play = rps(learner);
        play.run(30);
        double[] memory = learner.memory();
        String message = assertThrows(IllegalArgumentException.class, () -> play.resume(file))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertArrayEquals(memory, learner.memory());
        assertEquals(30, play.episodes());
        assertArrayEquals(before, Files.readAllBytes(file));
        SoftmaxLearner untouched = softmax();
        SelfPlay same = rps(untouched);
        same.run(30);
        assertArrayEquals(same.run(5), play.run(5), "it goes on as if nothing had happened");
    }
}
