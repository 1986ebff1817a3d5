package marl.grade.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Walks through JSON that nobody vouches for, token by token: what is not asked for is read over, what has a wrong type
 * is read over and noted. Depth costs no stack, and nothing is kept but what the caller keeps.
 */
final class JsonWalk implements AutoCloseable {

    private static final int MOST_NOTES = 5;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxStringLength(AnswerReader.LARGEST)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** Reads the value of a field, which begins at the current token, to its end. */
    interface FieldReader {
        void read(String field) throws IOException;
    }

    /** Takes a piece of text. */
    interface TextReader {
        void read(String text);
    }

    private final JsonParser json;
    private final Set<String> notes = new LinkedHashSet<>();

    /** Stands at the first token of {@code text}. */
    JsonWalk(String text) throws IOException {
        json = JSON.createParser(text);
        json.nextToken();
    }

    /** What was odd so far, in sentences for the student; a few of them if there were many. */
    Set<String> notes() {
        return notes;
    }

    private void odd(String sentence) {
        if (notes.size() < MOST_NOTES) {
            notes.add(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
        }
    }

    /** Reads an object. Of a known field that stands twice the last counts, as in Jupyter, and it is noted. */
    void object(String what, Set<String> known, FieldReader reader) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            odd(what + " is damaged: it is not an object.");
            skip();
            return;
        }
        Set<String> seen = new HashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (!known.contains(field)) {
                skip();
                continue;
            }
            if (!seen.add(field)) {
                odd(what + " is damaged: it has the field \"" + field + "\" twice; the last one counts.");
            }
            reader.read(field);
        }
    }

    /** Reads a list, each element by {@code reader}; returns false if this is none. */
    boolean list(String what, FieldReader reader) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            odd(what + " is damaged: it is not a list.");
            skip();
            return false;
        }
        for (int number = 1; json.nextToken() != JsonToken.END_ARRAY; number++) {
            reader.read(String.valueOf(number));
        }
        return true;
    }

    /** Reads a text; empty and noted if this is none. */
    String text(String what) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        odd(what + " is damaged: it is not text.");
        skip();
        return "";
    }

    /** Reads a text that is kept whole or as lines; returns false if something in it is no text. */
    boolean lines(String what, TextReader reader) throws IOException {
        boolean whole = true;
        if (json.currentToken() != JsonToken.START_ARRAY) {
            whole = json.currentToken() == JsonToken.VALUE_STRING;
            reader.read(text(what));
            return whole;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            whole &= json.currentToken() == JsonToken.VALUE_STRING;
            reader.read(text(what));
        }
        return whole;
    }

    /** Reads a number or a word as it is written; empty if this is neither. */
    String scalar() throws IOException {
        String text = json.currentToken().isScalarValue() ? json.getText() : "";
        skip();
        return text;
    }

    private void skip() throws IOException {
        json.skipChildren();
    }

    /**
     * Makes sure that nothing follows.
     *
     * @throws JsonParseException if something does
     */
    void end() throws IOException {
        if (json.nextToken() != null) {
            throw new JsonParseException(json, "More follows after the end.");
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
