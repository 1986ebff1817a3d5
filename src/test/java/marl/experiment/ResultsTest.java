package marl.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ResultsTest {
    @TempDir
    Path folder;

    @Test
    void aSweepReadsBackEqual() throws Exception {
        SweepResult runs = Sweep.seeds(20)
                .over("n", 1, 2)
                .over("how", "with, comma", "with \"quotes\"")
                .run((p, seed) -> Outcome.of("x", Rng.of(seed).gaussian() * Math.pow(10, seed - 10))
                        .and("whole", 5.0)
                        .and("count", seed * 1_000_000_007L)
                        .and("good", seed % 2 == 0));
        Path file = folder.resolve("deep/runs.csv");
        Results.write(file, runs.table());
        Table back = Results.read(file);
        assertEquals(runs.table().columnNames(), back.columnNames());
        assertEquals(runs.table().types(), back.types());
        assertEquals("runs", back.name());
        for (String name : List.of("x", "whole", "count", "good", "seed")) {
            assertEquals(runs.table().column(name).asList(), back.column(name).asList(), name);
        }
        assertEquals(runs.table().column("how").asList(), back.column("how").asList());
        Results.write(file, back);
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList(), "no temporary file is left");
        }
    }

    @Property(tries = 50)
    void anyDoublesReadBackEqual(@ForAll @Size(min = 1, max = 20) double[] values) throws Exception {
        Path file = Files.createTempFile("results", ".csv");
        try {
            Table table = Table.create("t", DoubleColumn.create("x", values));
            Results.write(file, table);
            assertEquals(
                    table.column("x").asList(), Results.read(file).column("x").asList());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void missingAndEndlessValuesSurvive() {
        Table table = Table.create(
                "t",
                DoubleColumn.create("x", 1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0),
                DoubleColumn.create("y", 1, 2, 3, 4, 5));
        Path file = folder.resolve("t.csv");
        Results.write(file, table);
        DoubleColumn back = Results.read(file).doubleColumn("x");
        assertTrue(back.isMissing(1));
        assertEquals(Double.POSITIVE_INFINITY, back.get(2));
        assertEquals(Double.NEGATIVE_INFINITY, back.get(3));
        Table alone = Table.create("t", DoubleColumn.create("x", 1, Double.NaN));
        // A missing value alone in its row is an empty line, which CSV readers skip: refused rather than lost.
        assertThrows(IllegalArgumentException.class, () -> Results.write(file, alone));
    }

    @Test
    void refusesWhatWouldNotReadBackAndLeavesTheOldFileAlone() throws Exception {
        Path file = folder.resolve("t.csv");
        Results.write(file, Table.create("t", StringColumn.create("s", List.of("a"))));
        String before = Files.readString(file);
        Table numbers = Table.create("t", StringColumn.create("s", List.of("007", "12")));
        RuntimeException refusal = assertThrows(IllegalArgumentException.class, () -> Results.write(file, numbers));
        assertTrue(refusal.getMessage().contains("Column s"), refusal.getMessage());
        assertEquals(before, Files.readString(file));
        assertFalse(Files.exists(folder.resolve("none.csv")));
        assertThrows(UncheckedIOException.class, () -> Results.read(folder.resolve("none.csv")));
        assertThrows(UncheckedIOException.class, () -> Results.write(file.resolve("below.csv"), Results.read(file)));
    }

    @Test
    void linesAboveTheTableAreWordsAndNoRows() throws Exception {
        Path file = folder.resolve("t.csv");
        Table table = Table.create("t", StringColumn.create("s", List.of("a", "b")));
        Results.write(file, table, List.of("What it is.", "How it was made."));
        assertTrue(Files.readString(file).startsWith("# What it is.\n# How it was made.\ns\n"));
        assertEquals(2, Results.read(file).rowCount());
    }

    @Test
    void whatComesWithTheCourseIsReadByName() {
        assertTrue(Results.recorded("spread-curves").rowCount() > 100);
        assertTrue(Results.about("spread-curves").startsWith("Independent PPO"));
        assertThrows(IllegalArgumentException.class, () -> Results.recorded("nothing"));
    }
}
