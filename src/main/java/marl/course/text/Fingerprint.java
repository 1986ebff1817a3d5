package marl.course.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hash of a lesson's text and of the library sources it reaches: only when it changes must a lesson be executed
 * again. Sources, not class files, because compilers differ and sources do not. Reach is by the names of types, so it
 * errs on the side of too much.
 */
public final class Fingerprint {

    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*\\b");

    private final Map<String, List<Path>> filesByType = new TreeMap<>();
    private final Map<Path, String> texts = new TreeMap<>();
    private final Path sources;

    /**
     * Reads the library's sources once, for all lessons.
     *
     * @param sources the folder that holds {@code marl}
     */
    public Fingerprint(Path sources) {
        this.sources = sources;
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                String type = file.getFileName().toString().replace(".java", "");
                filesByType.computeIfAbsent(type, t -> new ArrayList<>()).add(file);
                texts.put(file, Files.readString(file).replace("\r\n", "\n"));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The fingerprint of a lesson.
     *
     * @param lesson its number, two digits
     * @param text its whole text
     * @return 16 hexadecimal digits
     */
    public String of(String lesson, String text) {
        Set<Path> reached = new TreeSet<>();
        Deque<Path> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        follow(text, seen, reached, open);
        texts.keySet().stream().filter(file -> isRoot(file, lesson)).forEach(file -> add(file, reached, open));
        while (!open.isEmpty()) {
            follow(texts.get(open.pop()), seen, reached, open);
        }
        MessageDigest hash = sha256();
        hash.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        for (Path file : reached) {
            hash.update((byte) 0);
            hash.update(texts.get(file).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(hash.digest(), 0, 8);
    }

    /** What a lesson reaches without naming it: the adapter that shows values, and its own checks. */
    private boolean isRoot(Path file, String lesson) {
        Path inside = sources.relativize(file);
        String room = inside.getNameCount() > 2 ? inside.getName(1).toString() : "";
        return room.equals("kernel")
                || (room.equals("check") && file.getFileName().toString().contains(lesson));
    }

    private void follow(String text, Set<String> seen, Set<Path> reached, Deque<Path> open) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            if (seen.add(name.group())) {
                filesByType.getOrDefault(name.group(), List.of()).forEach(file -> add(file, reached, open));
            }
        }
    }

    private void add(Path file, Set<Path> reached, Deque<Path> open) {
        if (!sources.relativize(file).startsWith(Path.of("marl", "course")) && reached.add(file)) {
            open.push(file);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
