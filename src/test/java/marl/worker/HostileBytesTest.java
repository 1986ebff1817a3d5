package marl.worker;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import marl.exercise.AnswerFailed;
import marl.exercise.Lesson01;
import marl.exercise.Lesson10;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A worker is the student's: whatever it writes, the judge's end says so and does nothing else. */
class HostileBytesTest {

    private static final String[] NONE = {};

    private static void judge(byte[] written) {
        Link link = new Link(new ByteArrayInputStream(written), new ByteArrayOutputStream(), preparation -> {
            throw new ProtocolViolationException("never asked");
        });
        Preparation preparation =
                new Preparation("01-4", Lesson01.RockEquilibrium.class.getName(), NONE, "", "", NONE, NONE);
        try {
            Lesson01.RockEquilibrium answer = link.prepare(preparation, Lesson01.RockEquilibrium.class);
            answer.equilibrium(1);
        } catch (ConnectionLostException | ProtocolViolationException | AnswerFailed said) {
            // These three are what a judge is ready for.
        }
    }

    private static byte[] framed(byte[] message) {
        return ByteBuffer.allocate(4 + message.length)
                .putInt(message.length)
                .put(message)
                .array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** A proper answer to "prepare": a result, not null, an object of the worker's, number 0. */
    private static final byte[] PREPARED = framed(new byte[] {(byte) Message.RESULT.ordinal(), 1, 1, 0, 0, 0, 0});

    @Property(tries = 2_000)
    void anyBytes(@ForAll @Size(max = 60) byte[] written) {
        judge(written);
    }

    @Property(tries = 4_000)
    void anyMessages(
            @ForAll @IntRange(max = 7) int kind,
            @ForAll @Size(max = 40) byte[] body,
            @ForAll @Size(max = 40) byte[] more) {
        byte[] message = joined(new byte[] {(byte) kind}, body);
        judge(joined(framed(message), framed(more)));
        judge(joined(PREPARED, framed(message)));
    }

    @Test
    void anArrayThatClaimsTwoThousandMillionNumbersIsNotAllocated() {
        byte[] claim = ByteBuffer.allocate(5)
                .put((byte) Message.RESULT.ordinal())
                .putInt(Integer.MAX_VALUE)
                .array();
        long before = Runtime.getRuntime().totalMemory();
        judge(joined(PREPARED, framed(claim)));
        assertTrue(Runtime.getRuntime().totalMemory() - before < 1L << 30);
    }

    @Test
    void aMessageThatClaimsToBeHugeIsNotWaitedFor() {
        judge(new byte[] {127, 0, 0, 0, 4});
        judge(new byte[] {-1, -1, -1, -1, 4});
    }

    @Test
    void aCallOfAnObjectThatWasNeverHandedOverIsRefused() {
        for (int handle : new int[] {-1, 0, 1, Integer.MAX_VALUE}) {
            byte[] call = ByteBuffer.allocate(9)
                    .put((byte) Message.CALL.ordinal())
                    .putInt(handle)
                    .putInt(0)
                    .array();
            judge(joined(PREPARED, framed(call)));
        }
    }

    @Test
    void onlyContractsCanBePrepared() {
        for (String name : new String[] {"java.lang.Runnable", "marl.exercise.Lesson01", "nothing", ""}) {
            Preparation preparation = new Preparation("01-4", name, NONE, "", "", NONE, NONE);
            assertThrows(ProtocolViolationException.class, preparation::contractType);
        }
    }

    @Test
    void everyContractOfTheCourseCanBeCarried() {
        for (Class<?> lesson : new Class<?>[] {Lesson01.class, Lesson10.class}) {
            for (Class<?> contract : lesson.getDeclaredClasses()) {
                Contract found = Contract.of(contract);
                assertTrue(IntStream.range(0, found.methods().size())
                        .allMatch(k -> found.number(found.methods().get(k)) == k));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> Contract.of(java.util.List.class));
        assertThrows(IllegalArgumentException.class, () -> Contract.of(String.class));
    }
}
