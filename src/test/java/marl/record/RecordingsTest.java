package marl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import marl.experiment.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class RecordingsTest {

    @Test
    void everyRecordingHasItsTableWithItsOwnWords() {
        Set<String> names = new HashSet<>();
        for (Recording recording : Recordings.all()) {
            assertTrue(names.add(recording.name()));
            String about = Results.about(recording.name());
            assertTrue(about.startsWith(recording.about()), about);
            assertTrue(about.contains("./course sweep " + recording.name()), about);
            Table table = Results.recorded(recording.name());
            assertEquals(recording.seeds(), table.longColumn("seed").unique().size());
        }
    }

    @Test
    void theSameSeedsGiveTheSameTable(@TempDir Path folder) {
        Recording curves = new SpreadCurves(4_800, 3);
        Table first = curves.run(2, line -> {});
        Table second = curves.run(2, line -> {});
        assertEquals(3 * 2 * 3, first.rowCount());
        assertEquals(first.print(), second.print());
        Path file = folder.resolve("curves.csv");
        Recordings.write(curves, 1, file, line -> {});
        assertEquals(9, Results.read(file).rowCount());
    }

    /** An independent program (PyTorch, MPE2) measured -19.2, -17.0 and -11.7 over three seeds; 1.5 covers both spreads. */
    @Test
    void theRecordedCurveIsTheOneAnotherProgramFound() {
        Table curves = Results.recorded("spread-curves");
        double[][] expected = {{500_000, -19.2}, {1_600_000, -17.0}, {4_000_000, -11.7}};
        for (double[] row : expected) {
            Table near = curves.where(curves.stringColumn("networks")
                    .isEqualTo("one network, with numbers")
                    .and(curves.longColumn("steps")
                            .isBetweenInclusive((long) row[0] - 19_999, (long) row[0] + 20_000)));
            assertEquals(row[1], near.doubleColumn("return").mean(), 1.5, "after " + row[0]);
        }
    }
}
