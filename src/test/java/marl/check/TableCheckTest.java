package marl.check;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.CounterExample;
import marl.exercise.Expect;
import marl.exercise.Lesson06.Table;
import marl.exercise.Part;
import org.junit.jupiter.api.Test;

/** Tables of numbers between -1000 and 1000 that are hard to compute with. */
class TableCheckTest {

    private static final double[] HARD = {
        0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1e-300,
        1e-160,
        -1e-9,
        1e-12,
        0.1,
        1,
        1000,
        -1000,
        1000 - 1e-10,
        999.999,
        0.001,
        -0.0015,
        3,
        7
    };

    private static double[][] table(SplittableRandom random, int most) {
        double[][] table = new double[random.nextInt(2, most + 1)][random.nextInt(2, most + 1)];
        int kinds = random.nextInt(1, HARD.length);
        for (double[] row : table) {
            for (int c = 0; c < row.length; c++) {
                row[c] = HARD[random.nextInt(kinds == 1 ? HARD.length : kinds)];
            }
        }
        return table;
    }

    @Test
    void hardTablesNeverBreakTheChecks() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 2_000; k++) {
            double[][] table = table(random, k % 10 == 0 ? 4 : 3);
            for (Part<Table> part : TableCheck.misled().parts()) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () -> AnyAnswerTest.run(part, () -> table, Cases.visible()),
                        () -> Expect.show(table));
            }
        }
    }

    @Test
    void sumsAreNeverBeyondTheMixerHoweverSmallOrFarFromZero() {
        SplittableRandom random = new SplittableRandom(2);
        Checks<Table> checks = TableCheck.beyond();
        for (int k = 0; k < 2_000; k++) {
            int rows = random.nextInt(2, 4);
            int columns = random.nextInt(2, 4);
            // Below a scale of 1e-10 what is left of a sum near 900 is rounding, and no sum any more.
            double offset = new double[] {0, 0.1, 900}[k % 3];
            double scale = Math.pow(10, -random.nextInt(offset == 900 ? 10 : 14));
            double[] b = Draw.values(random, columns);
            double[][] table = new double[rows][columns];
            for (double[] row : table) {
                double a = Draw.tenth(random, -5, 5);
                for (int c = 0; c < columns; c++) {
                    row[c] = offset + scale * a + scale * b[c];
                }
            }
            assertThrows(
                    CounterExample.class,
                    () -> checks.parts().get(0).body().run(() -> table, Cases.visible()),
                    () -> Expect.show(table));
        }
    }

    @Test
    void aTableOfOneNumberMisleadsNobody() {
        for (double number : HARD) {
            double[][] table = {{number, number}, {number, number}};
            for (Part<Table> part : TableCheck.misled().parts()) {
                assertThrows(CounterExample.class, () -> part.body().run(() -> table, Cases.visible()), part.name());
            }
        }
    }
}
