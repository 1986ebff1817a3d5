package marl.grade.intake;

import static marl.grade.intake.SubmittedFiles.answer;
import static marl.grade.intake.SubmittedFiles.notebook;
import static marl.grade.intake.SubmittedFiles.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes, there is a result and no exception. */
class HostileNotebookTest {

    private static final String SOUND = DamagedNotebookTest.SOUND;

    /** What holds for every file: a lesson or a reason, and answers that the judge can take. */
    static void assertUsable(SubmittedNotebook submitted) {
        assertTrue(submitted.lesson().equals("07") || submitted.lesson().isEmpty());
        assertTrue(submitted.lesson().equals("07") || !submitted.notes().isEmpty(), "no lesson and no reason");
        assertTrue(submitted.sha256().matches("[0-9a-f]{64}"));
        assertTrue(submitted.notes().stream().allMatch(note -> note.matches("[A-Z].*\\.") && note.length() < 300));
        submitted.answers().forEach((id, answer) -> {
            assertEquals(id, answer.exercise());
            assertTrue(SubmittedFiles.exercises("07").contains(id));
            assertTrue(answer.refusal().isEmpty() || answer.source().isEmpty());
            assertEquals("", SourceRules.refusal(answer.source()));
            assertFalse(answer.source().contains("\r"));
        });
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyBytesGiveAResult(@ForAll @Size(max = 200) byte[] bytes) {
        assertUsable(read(bytes));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyPiecesOfJsonGiveAResult(@ForAll("pieces") String text) {
        assertUsable(read(text));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"cells\":",
                        "\"metadata\":",
                        "\"nbformat\":4",
                        "\"source\":",
                        "\"07-1\"",
                        "\"id\":",
                        "null",
                        "1e9",
                        "\"",
                        "\\",
                        "\"marl\":{\"lesson\":\"07\"}",
                        "{}",
                        "[]")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyTreeGivesAResult(@ForAll("trees") JsonNode tree) {
        assertUsable(read(SubmittedFiles.text(tree)));
    }

    @Property(tries = 500)
    void anyTreeInAnyPlaceOfANotebookGivesAResult(
            @ForAll("trees") JsonNode tree, @ForAll @IntRange(max = 1_000) int place) throws IOException {
        JsonNode notebook = SubmittedFiles.MAPPER.readTree(SOUND);
        List<Runnable> places = new ArrayList<>();
        collect(notebook, tree, places);
        places.get(place % places.size()).run();
        assertUsable(read(SubmittedFiles.text(notebook)));
    }

    private static void collect(JsonNode node, JsonNode tree, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.add(() -> object.set(name, tree)));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            int at = i;
            places.add(() -> ((ArrayNode) node).set(at, tree));
        }
        node.forEach(child -> collect(child, tree, places));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aNotebookCutOffAnywhereGivesNothing(@ForAll @IntRange(max = 100_000) int cut) {
        byte[] bytes = SOUND.getBytes(StandardCharsets.UTF_8);
        byte[] half = Arrays.copyOf(bytes, cut % bytes.length);
        assertUsable(read(half));
        assertEquals("", read(half).lesson());
    }

    @Property(tries = 500)
    void aByteChangedAnywhereGivesAResult(@ForAll @IntRange(max = 100_000) int place, @ForAll byte value) {
        byte[] bytes = SOUND.getBytes(StandardCharsets.UTF_8);
        bytes[place % bytes.length] = value;
        assertUsable(read(bytes));
    }

    /** Trees of words that notebooks use, so that they come into places where they mean something. */
    @Provide
    Arbitrary<JsonNode> trees() {
        JsonNodeFactory make = JsonNodeFactory.instance;
        Arbitrary<String> words = Arbitraries.of(
                "cells",
                "metadata",
                "marl",
                "lesson",
                "nbgrader",
                "grade_id",
                "id",
                "source",
                "cell_type",
                "code",
                "nbformat",
                "07",
                "07-1",
                "%maven a",
                "\0",
                "\uD800",
                "");
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                words.map(make::textNode),
                Arbitraries.integers().map(make::numberNode),
                Arbitraries.doubles().map(make::numberNode),
                Arbitraries.of(true, false).map(make::booleanNode),
                Arbitraries.just(make.nullNode()));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(list -> make.arrayNode().addAll(list)),
                        Arbitraries.maps(words, inner).ofMaxSize(4).map(map -> {
                            ObjectNode object = make.objectNode();
                            new TreeMap<>(map).forEach(object::set);
                            return object;
                        })),
                0,
                4);
    }
}
