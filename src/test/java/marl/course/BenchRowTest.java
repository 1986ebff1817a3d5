package marl.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchRowTest {

    private static String result(String benchmark, String params, double score) {
        return result(benchmark, params, score, "[[" + score + "]]");
    }

    private static String result(String benchmark, String params, double score, String raw) {
        return "{\"benchmark\": \"" + benchmark + "\", \"params\": {" + params + "}, \"primaryMetric\": {\"score\": "
                + score + ", \"scoreError\": 2.5, \"scoreUnit\": \"us/op\", \"rawData\": " + raw + "}}";
    }

    @Test
    void rowsJoinTheirFloorAndTheirReference() throws Exception {
        String jmh = "[" + result("marl.nn.DqnUpdate.floor", "\"net\": \"18-128-128-5\"", 60) + ","
                + result("marl.nn.DqnUpdate.ours", "\"net\": \"18-128-128-5\"", 158) + ","
                + result("marl.game.NewThing.ours", "", 7) + "]";
        List<BenchRow> rows = BenchRow.read(jmh);
        assertEquals(2, rows.size());
        assertEquals("DqnUpdate 18-128-128-5", rows.get(0).name());
        assertEquals(474, rows.get(0).reference().orElseThrow());
        assertEquals(60, rows.get(0).floor().orElseThrow());
        assertTrue(rows.get(0).toString().contains("3.0x"), rows.get(0).toString());
        assertTrue(rows.get(1).reference().isEmpty() && rows.get(1).floor().isEmpty());
        assertEquals(
                "{name=NewThing, unit=us/op, value=7.0, error=2.5, best=7.0, reference=null, floor=null}",
                rows.get(1).json().toString());
    }

    /** Python's figures are the best of many runs, so one slow iteration of ours must not spoil the comparison. */
    @Test
    void theBestIterationIsSetBesidePython() throws Exception {
        String jmh = "[" + result("marl.nn.DqnUpdate.floor", "\"net\": \"18-128-128-5\"", 70, "[[90, 60], [61, 69]]")
                + "," + result("marl.nn.DqnUpdate.ours", "\"net\": \"18-128-128-5\"", 190, "[[200, 170], [158, 232]]")
                + "]";
        BenchRow row = BenchRow.read(jmh).get(0);
        assertEquals(190, row.mean());
        assertEquals(158, row.best());
        assertEquals(60, row.floor().orElseThrow());
        assertTrue(row.toString().contains("3.0x"), row.toString());
    }

    @Test
    void severalParametersMakeOneName() throws Exception {
        String jmh = "["
                + result("marl.deep.QmixUpdate.ours", "\"batch\": \"128\", \"team\": \"shared 64\"", 320)
                + "," + result("marl.deep.MonotonicityTrials.ours", "\"trials\": \"single\"", 9_200) + "]";
        List<BenchRow> rows = BenchRow.read(jmh);
        assertEquals("QmixUpdate 128 shared 64", rows.get(0).name());
        assertTrue(rows.get(0).toString().contains("3.0x"), rows.get(0).toString());
        assertTrue(rows.get(1).toString().contains("50.0x"), rows.get(1).toString());
    }
}
