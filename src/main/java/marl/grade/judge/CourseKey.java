package marl.grade.judge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that the hidden cases come from: each exercise and student has seeds of their own, the same at every run,
 * and nobody without the key can tell them in advance. {@link KeyFile} keeps it.
 */
public final class CourseKey {

    /** The key's length in bytes. */
    static final int LENGTH = 32;

    private final byte[] key;

    private CourseKey(byte[] key) {
        this.key = key.clone();
    }

    /**
     * A key of these bytes.
     *
     * @param key 32 bytes, copied
     * @return the key
     * @throws IllegalArgumentException if there are more or fewer
     */
    static CourseKey of(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("A key has " + LENGTH + " bytes, not " + key.length + ".");
        }
        return new CourseKey(key);
    }

    /**
     * The key in a file; a new one if there is no such file.
     *
     * @param file where it is kept, usually {@link KeyFile#place()}
     * @return the key
     * @throws marl.project.UserError if the file is damaged, others can read or change it, or it cannot be made
     */
    public static CourseKey load(Path file) {
        return KeyFile.load(file);
    }

    /**
     * A key for trying things out: everybody who knows the number knows the hidden cases.
     *
     * @param seed any number
     * @return the SHA-256 of {@code "marl-course fixed key "} and the number in decimal
     */
    public static CourseKey fixed(long seed) {
        return new CourseKey(sha256(("marl-course fixed key " + seed).getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Names the key without giving it away: two keys with the same name are the same key, but for a chance of one in
     * four thousand million.
     *
     * @return the first 8 hexadecimal digits of the SHA-256 of {@code "marl-course key id"}, a zero byte and the key
     */
    String id() {
        byte[] label = "marl-course key id\0".getBytes(StandardCharsets.US_ASCII);
        byte[] text =
                ByteBuffer.allocate(label.length + LENGTH).put(label).put(key).array();
        return HexFormat.of().formatHex(sha256(text), 0, 4);
    }

    /**
     * The seed of the hidden cases. A name means the same student in both of its Unicode forms (macOS and Linux write
     * accents differently).
     *
     * @param exercise the exercise's id, without a zero character
     * @param student the student's id
     * @return the first 8 bytes, the highest first, of HMAC-SHA256 under the key over exercise, a zero byte and student,
     *     both in Unicode's form NFC and in UTF-8
     * @throws IllegalArgumentException if the exercise holds a zero character: two pairs could then share a seed
     */
    public long seed(String exercise, String student) {
        if (exercise.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("An exercise's id must not hold a zero character.");
        }
        String message = Normalizer.normalize(exercise, Normalizer.Form.NFC)
                + '\0'
                + Normalizer.normalize(student, Normalizer.Form.NFC);
        return ByteBuffer.wrap(hmac(key, message.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** HMAC-SHA256 (RFC 2104), 32 bytes. */
    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
