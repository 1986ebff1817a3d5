package marl.grade.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that a worker reads, which may run as another user. */
final class SharedFile {

    private SharedFile() {}

    static void copy(Path jar, Path into) throws IOException {
        Path copy = into.resolve(jar.getFileName());
        Files.copy(jar, copy);
        open(copy, "rw-r--r--");
    }

    /** Workers may run as another user, so what they need is readable for everybody, whatever the grader's umask. */
    static void open(Path path, String permissions) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Written uncompressed, because it is read for every worker, and with a fixed time. */
    static void jar(Path jar, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                CRC32 sum = new CRC32();
                sum.update(file.getValue());
                entry.setCrc(sum.getValue());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        }
        open(jar, "rw-r--r--");
    }
}
