package marl.grade.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseKeyTest {

    private static final CourseKey KEY =
            CourseKey.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));

    private static byte[] times(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String hmac(byte[] key, byte[] message) {
        return HexFormat.of().formatHex(CourseKey.hmac(key, message));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Test cases 1 to 4, 6 and 7 of RFC 4231; case 5 is about cutting the code off. */
    @Test
    void theCodeIsThatOfRfc4231() {
        assertEquals(
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
                hmac(times(0x0b, 20), ascii("Hi There")));
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                hmac(ascii("Jefe"), ascii("what do ya want for nothing?")));
        assertEquals(
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
                hmac(times(0xaa, 20), times(0xdd, 50)));
        byte[] counting = HexFormat.of().parseHex("0102030405060708090a0b0c0d0e0f10111213141516171819");
        assertEquals(
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b", hmac(counting, times(0xcd, 50)));
        assertEquals(
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
                hmac(times(0xaa, 131), ascii("Test Using Larger Than Block-Size Key - Hash Key First")));
        assertEquals(
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
                hmac(
                        times(0xaa, 131),
                        ascii("This is a test using a larger than block-size key and a larger than block-size data."
                                + " The key needs to be hashed before being used by the HMAC algorithm.")));
    }

    /** Computed with Python: {@code struct.unpack(">q", hmac.new(key, b"06-2\0Jos\xc3\xa9", sha256).digest()[:8])}. */
    @Test
    void aSeedIsTheBeginningOfTheCodeOverExerciseAndStudent() {
        assertEquals(-4538003542990703592L, KEY.seed("06-2", "Jos\u00e9"));
        assertEquals(-4538003542990703592L, KEY.seed("06-2", "Jose\u0301"), "the accent as macOS writes it");
        assertEquals(-3579452278789932637L, CourseKey.fixed(-7).seed("01-1", "ada"));
    }

    @Test
    void theNameIsAHashWithALabel() {
        assertEquals("754799c1", KEY.id());
        assertEquals("e29867e2", CourseKey.fixed(-7).id());
        assertNotEquals(CourseKey.fixed(7).id(), CourseKey.fixed(-7).id());
    }

    @Test
    void exercisesAndStudentsNeverShareASeed() {
        Set<Long> seeds = new HashSet<>();
        for (String exercise : new String[] {"06-1", "06-11", "0", ""}) {
            for (String student : new String[] {"1", "11", "ada", "Ada", ""}) {
                seeds.add(KEY.seed(exercise, student));
            }
        }
        assertEquals(20, seeds.size());
        assertThrows(IllegalArgumentException.class, () -> KEY.seed("06-1\0a", "da"));
    }

    @Test
    void aKeyHas32BytesAndIsCopied() {
        assertThrows(IllegalArgumentException.class, () -> CourseKey.of(new byte[31]));
        byte[] bytes = new byte[32];
        CourseKey key = CourseKey.of(bytes);
        long before = key.seed("06-1", "ada");
        bytes[0] = 1;
        assertEquals(before, key.seed("06-1", "ada"));
    }
}
