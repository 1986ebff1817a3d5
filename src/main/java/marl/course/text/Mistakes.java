package marl.course.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects the mistakes of one lesson text, so that an author sees all of them at once, each with file and line. */
public final class Mistakes {

    private final String fileName;
    private final TreeMap<Integer, List<String>> byLine = new TreeMap<>();

    /**
     * No mistakes yet.
     *
     * @param fileName the lesson's file name
     */
    public Mistakes(String fileName) {
        this.fileName = fileName;
    }

    /**
     * Adds a mistake.
     *
     * @param line the line of the lesson text, from 1
     * @param sentence what is wrong, with the cure
     */
    public void add(int line, String sentence) {
        byLine.computeIfAbsent(line, l -> new ArrayList<>()).add(sentence);
    }

    /**
     * Whether there is none.
     *
     * @return true when the text is fine so far
     */
    public boolean none() {
        return byLine.isEmpty();
    }

    /**
     * All mistakes in the order of their lines.
     *
     * @return {@code file:line: sentence} for each
     */
    public List<String> messages() {
        List<String> messages = new ArrayList<>();
        byLine.forEach((line, sentences) ->
                sentences.forEach(sentence -> messages.add(fileName + ":" + line + ": " + sentence)));
        return messages;
    }
}
