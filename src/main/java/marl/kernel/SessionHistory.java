package marl.kernel;

import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The cells of this session in the order in which they ran; older sessions are not kept. */
final class SessionHistory implements HistoryManager {
    private final List<HistoryEntry> cells = new ArrayList<>();

    synchronized void add(String code) {
        cells.add(new HistoryEntry(0, cells.size() + 1, code));
    }

    @Override
    public synchronized List<HistoryEntry> lookupTail(int count, Set<ResultFlag> flags) {
        return List.copyOf(cells.subList(Math.max(0, cells.size() - count), cells.size()));
    }

    @Override
    public synchronized List<HistoryEntry> lookupRange(int session, int first, int last, Set<ResultFlag> flags) {
        int from = Math.max(1, first);
        int to = Math.min(last, cells.size() + 1);
        return session != 0 || from >= to ? List.of() : List.copyOf(cells.subList(from - 1, to - 1));
    }

    @Override
    public synchronized List<HistoryEntry> search(String pattern, int count, Set<ResultFlag> flags) {
        String regex = ("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        java.util.regex.Pattern compiled = java.util.regex.Pattern.compile(regex, java.util.regex.Pattern.DOTALL);
        List<HistoryEntry> found = cells.stream()
                .filter(cell -> compiled.matcher(cell.getInput()).matches())
                .toList();
        return found.subList(Math.max(0, found.size() - count), found.size());
    }
}
