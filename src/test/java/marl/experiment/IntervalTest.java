package marl.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.random.Rng;
import org.junit.jupiter.api.Test;

class IntervalTest {
    /** Student's own example (1908): extra hours of sleep of ten patients; limits as R's t.test gives them. */
    @Test
    void tIntervalOfStudentsSleepData() {
        Interval sleep = Interval.t(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);
        assertEquals(1.58, sleep.mean(), 1e-12);
        assertEquals(0.7001142, sleep.low(), 5e-8);
        assertEquals(2.4598858, sleep.high(), 5e-8);
        assertEquals(10, sleep.runs());
        assertEquals("1.58 [0.7001, 2.46] over 10 runs", sleep.toString());
        Interval wide = Interval.t(0.99, new double[] {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4});
        assertTrue(wide.low() < sleep.low() && wide.high() > sleep.high());
    }

    @Test
    void oneRunHasNoInterval() {
        Interval one = Interval.t(3);
        assertEquals(3, one.mean());
        assertTrue(Double.isNaN(one.low()) && Double.isNaN(one.high()));
        assertFalse(one.contains(3));
        assertEquals("3 (one run, no interval)", one.toString());
        assertTrue(Double.isNaN(Interval.bootstrap(1, 3).low()));
        assertEquals(0, Interval.t(2, 2, 2).halfWidth(), "no spread, no width");
    }

    @Test
    void wilsonsKnownValues() {
        Interval eight = Interval.wilson(8, 10);
        assertEquals(0.8, eight.mean());
        assertEquals(0.4902, eight.low(), 5e-5);
        assertEquals(0.9433, eight.high(), 5e-5);
        double z = 1.959963984540054;
        Interval none = Interval.wilson(0, 300);
        assertEquals(0, none.low());
        assertEquals(z * z / (300 + z * z), none.high(), 1e-12);
        assertEquals(1, Interval.wilson(5, 5).high());
    }

    /** Intervals must hold the truth in 95 of 100 experiments; 2 % is four standard errors of 2,000 repetitions. */
    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        int repetitions = 2_000;
        int t = 0;
        int bootstrap = 0;
        int wilson = 0;
        for (int r = 0; r < repetitions; r++) {
            Rng rng = Rng.of(1, "coverage", r);
            double[] five = new double[5];
            for (int i = 0; i < 5; i++) {
                five[i] = 3 + 2 * rng.gaussian();
            }
            t += Interval.t(five).contains(3) ? 1 : 0;
            double[] skewed = new double[100];
            int hits = 0;
            for (int i = 0; i < 100; i++) {
                skewed[i] = -Math.log1p(-rng.uniform());
                hits += rng.bernoulli(0.3) ? 1 : 0;
            }
            bootstrap += Interval.bootstrap(r, skewed).contains(1) ? 1 : 0;
            wilson += Interval.wilson(hits, 100).contains(0.3) ? 1 : 0;
        }
        assertEquals(0.95, t / (double) repetitions, 0.02);
        // 100 skewed values: percentile intervals are known to fall a little short, and shares of 100 are discrete.
        assertEquals(0.94, bootstrap / (double) repetitions, 0.02);
        assertEquals(0.95, wilson / (double) repetitions, 0.02);
    }

    @Test
    void bootstrapIsSeededAndNearTheTIntervalForManyNormalValues() {
        Rng rng = Rng.of(4);
        double[] values = new double[400];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.gaussian();
        }
        assertEquals(Interval.bootstrap(9, values), Interval.bootstrap(9, values));
        // Ends of a bootstrap of 2,000 resamples wobble by about 5 % of the half-width of 0.098.
        assertEquals(Interval.t(values).low(), Interval.bootstrap(9, values).low(), 0.02);
        assertEquals(Interval.t(values).high(), Interval.bootstrap(9, values).high(), 0.02);
    }

    @Test
    void refusesNothingToEstimate() {
        assertThrows(IllegalArgumentException.class, Interval::t);
        assertThrows(IllegalArgumentException.class, () -> Interval.bootstrap(0));
        assertThrows(IllegalArgumentException.class, () -> Interval.t(1, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> Interval.wilson(3, 2));
        assertThrows(IllegalArgumentException.class, () -> Interval.wilson(0, 0));
    }

    @Test
    void aNumberKnownExactlyHasNoWidth() {
        Interval known = Interval.exact(-54.01);
        assertEquals(0, known.halfWidth());
        assertTrue(known.contains(-54.01) && !known.contains(-54));
        assertEquals("-54.01 (exact)", known.toString());
    }
}
