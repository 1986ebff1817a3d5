package marl.grade.report;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names for files, one for each id, that are valid and distinct on every file system.
 *
 * <p>Letters, digits and {@code - _ .} of ASCII stay; every other character is percent-encoded in UTF-8, half a surrogate
 * pair as the three bytes it would have. A dot at either end and the first letter of a Windows device name are encoded
 * too. Where case does not count, {@code Ana} and {@code ana} would be one file; so an id with capitals is followed by
 * {@code =} and a hexadecimal number with a bit for each letter: {@code Ana=4}. Of an id of more than {@link #MOST}
 * characters the start is kept, followed by {@code =h} and half its SHA-256.
 */
final class SafeName {

    /** The longest name in characters, apart from what follows an equals sign. */
    static final int MOST = 100;

    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private SafeName() {}

    /** The name for an id; never empty, never {@code .} or {@code ..}. */
    static String of(String id) {
        if (id.isEmpty()) {
            return "empty=";
        }
        boolean device = DEVICE.matcher(id).matches();
        StringBuilder name = new StringBuilder();
        StringBuilder capitals = new StringBuilder("0");
        for (int at = 0; at < id.length(); at += Character.charCount(id.codePointAt(at))) {
            int c = id.codePointAt(at);
            boolean end = at == 0 || at == id.length() - 1;
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean stays = letter || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' && !end;
            if (!stays || device && at == 0) {
                encode(name, c);
                continue;
            }
            name.append((char) c);
            if (letter) {
                capitals.append(c <= 'Z' ? '1' : '0');
            }
        }
        if (name.length() > MOST) {
            return name.substring(0, MOST / 2) + "=h" + hash(name.toString());
        }
        BigInteger bits = new BigInteger(capitals.toString(), 2);
        return bits.signum() == 0 ? name.toString() : name + "=" + bits.toString(16);
    }

    private static void encode(StringBuilder name, int c) {
        byte[] bytes = c >= 0xD800 && c <= 0xDFFF
                ? new byte[] {(byte) (0xE0 | c >> 12), (byte) (0x80 | c >> 6 & 0x3F), (byte) (0x80 | c & 0x3F)}
                : Character.toString(c).getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            name.append(String.format(Locale.ROOT, "%%%02x", b));
        }
    }

    private static String hash(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, hash.length / 2);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
