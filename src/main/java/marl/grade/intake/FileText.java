package marl.grade.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The text of a file that somebody else made.
 *
 * @param sha256 the file's hash in hexadecimal; empty if the file could not be read or is larger than 1 GB
 * @param text its text without a mark for the order of bytes; empty if there is a problem
 * @param problem why there is no text, in a sentence for the student; empty if there is one
 */
record FileText(String sha256, String text, String problem) {

    private static final long TOO_LARGE_TO_HASH = 1L << 30;

    /**
     * Reads a file of UTF-8. A link, a device or a folder is not read.
     *
     * @param file the file
     * @param largest how many bytes it may have
     * @return its text or the problem
     */
    static FileText read(Path file, int largest) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                return new FileText("", "", "The notebook is not a file: hand in the file itself.");
            }
            long size = attributes.size();
            if (size > TOO_LARGE_TO_HASH) {
                return new FileText("", "", tooLarge(size));
            }
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), hash)) {
                byte[] bytes = in.readNBytes(largest + 1);
                in.transferTo(OutputStream.nullOutputStream());
                String sha256 = HexFormat.of().formatHex(hash.digest());
                return bytes.length > largest ? new FileText(sha256, "", tooLarge(size)) : decode(sha256, bytes);
            }
        } catch (IOException unreadable) {
            return new FileText("", "", "The notebook could not be read: hand it in again.");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String tooLarge(long size) {
        return "The notebook is " + (long) Math.ceil(size / 1e6)
                + " MB; more than 20 MB are not read: clear the outputs"
                + " (Kernel > Restart & Clear Output) and hand it in again.";
    }

    private static FileText decode(String sha256, byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0x2020;
        boolean wide = first == 0xFEFF || first == 0xFFFE || (first != 0 && (first < 0x100 || (first & 0xFF) == 0));
        if (wide) {
            return new FileText(sha256, "", "The notebook is saved as UTF-16: save it as UTF-8 and hand it in again.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new FileText(sha256, text.startsWith("\uFEFF") ? text.substring(1) : text, "");
        } catch (CharacterCodingException broken) {
            return new FileText(
                    sha256,
                    "",
                    "The notebook is not saved as UTF-8: open it in Jupyter, save it and hand it in again.");
        }
    }
}
