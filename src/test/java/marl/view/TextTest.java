package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Sparklines and numbers, the parts of every text twin. */
class TextTest {
    @Test
    void sparklinesFollowTheScaleTheyAreGiven() {
        assertEquals("▁▂▃▄▅▆▇█", Sparkline.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, 0, 7));
        assertEquals("▁▁", Sparkline.of(new double[] {3, 3}, 3, 3));
        assertEquals("▁█", Sparkline.of(new double[] {-9, 99}, 0, 1));
    }

    @Test
    void longSeriesAreAveragedIntoFortyBlocks() {
        double[] values = new double[4000];
        for (int i = 0; i < 4000; i++) {
            values[i] = i < 2000 ? 0 : i % 2 == 0 ? 0 : 1;
        }
        assertEquals("▁".repeat(20) + "▅".repeat(20), Sparkline.of(values, 0, 1));
    }

    @Test
    void numbersHaveFourDigits() {
        assertEquals("0", Numbers.text(-0.0));
        assertEquals("12", Numbers.text(12));
        assertEquals("1234567", Numbers.text(1234567));
        assertEquals("0.3333", Numbers.text(1 / 3.));
        assertEquals("-2.5", Numbers.text(-2.5));
        assertEquals("12346", Numbers.text(12345.6));
        assertEquals("1.23e-05", Numbers.text(0.0000123));
        assertEquals("1.23e+08", Numbers.text(123456789));
        assertEquals("0.128", Numbers.brief(0.12789 - 0.0001));
        assertEquals("0", Numbers.rounded(-0.0004, 2));
    }

    @Test
    void numbersAreTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("0.5", Numbers.text(0.5));
            assertEquals("1.00e-05", Numbers.text(0.00001));
        } finally {
            Locale.setDefault(before);
        }
    }
}
