package marl.course.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import marl.project.NotebookJson;
import org.junit.jupiter.api.Test;

class OutputsTest {

    private static ObjectNode notebook(String outputs) {
        return NotebookJson.read("""
                {"cells": [{"cell_type": "code", "execution_count": 17, "metadata": {}, "source": [], "outputs": [%s]}],
                 "metadata": {}, "nbformat": 4}
                """.formatted(outputs));
    }

    @Test
    void streamsAreMergedAndCountsMadeOrdinal() {
        ObjectNode made = notebook("");
        ObjectNode executed = notebook("""
                {"output_type": "stream", "name": "stdout", "text": ["a\\n"]},
                {"output_type": "stream", "name": "stdout", "text": "b\\n"},
                {"output_type": "execute_result", "execution_count": 17, "metadata": {}, "data": {"text/plain": "1"}}
                """);
        Outputs.transfer(made, executed);
        var outputs = made.path("cells").get(0).path("outputs");
        assertEquals(2, outputs.size());
        assertEquals("a\nb\n", NotebookJson.text(outputs.get(0).path("text")));
        assertEquals(1, outputs.get(1).path("execution_count").asInt());
        assertEquals(1, made.path("cells").get(0).path("execution_count").asInt());
    }

    @Test
    void hashesStderrAndMissedTolerancesAreProblems() {
        List<String> problems = Outputs.problems(notebook("""
                {"output_type": "stream", "name": "stdout", "text": ["see [D@4f8e5cde\\n"]},
                {"output_type": "stream", "name": "stderr", "text": ["oh\\n"]},
                {"output_type": "execute_result", "data": {"text/plain": ["theory | 1 | 2 | OUT OF TOLERANCE\\n"]}}
                """));
        assertEquals(3, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("[D@4f8e5cde") || problems.get(0).contains("D@4f8e5cde"));
        assertTrue(problems.get(1).contains("stderr: oh"));
        assertTrue(problems.get(2).contains("OUT OF TOLERANCE"));
    }

    @Test
    void mailAddressesAndPlainNumbersAreFine() {
        assertEquals(
                List.of(),
                Outputs.problems(notebook(
                        "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"within, 12@ 3\\n\"]}")));
    }
}
