package marl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionHistoryTest {

    private final SessionHistory history = new SessionHistory();

    private static List<String> inputs(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::getInput).toList();
    }

    @Test
    void givesTheLatestCellsInOrder() {
        List.of("a", "b", "c").forEach(history::add);
        assertEquals(List.of("b", "c"), inputs(history.lookupTail(2, Set.of())));
        assertEquals(List.of("a", "b", "c"), inputs(history.lookupTail(9, Set.of())));
        assertEquals(List.of("b"), inputs(history.lookupRange(0, 2, 3, Set.of())));
        assertEquals(List.of(), inputs(history.lookupRange(4, 1, 3, Set.of())));
    }

    @Test
    void searchesWithStars() {
        List.of("int x = 1;", "x + 1", "y").forEach(history::add);
        assertEquals(List.of("int x = 1;", "x + 1"), inputs(history.search("*x*", 10, Set.of())));
        assertEquals(List.of("y"), inputs(history.search("?", 10, Set.of())));
    }
}
