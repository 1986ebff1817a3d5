package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class RampTest {
    @Test
    void viridisGetsLighterAllTheWay() {
        for (int i = 0; i < 100; i++) {
            double now = Ramp.luminance(Ramp.VIRIDIS.at(i / 100.0));
            double next = Ramp.luminance(Ramp.VIRIDIS.at((i + 1) / 100.0));
            assertTrue(next > now, "at " + i);
        }
    }

    @Test
    void theDivergingRampGetsDarkerTowardsBothEnds() {
        for (int i = 0; i < 50; i++) {
            double red = Ramp.luminance(Ramp.RED_BLUE.at(0.5 - (i + 1) / 100.0));
            double blue = Ramp.luminance(Ramp.RED_BLUE.at(0.5 + (i + 1) / 100.0));
            assertTrue(red < Ramp.luminance(Ramp.RED_BLUE.at(0.5 - i / 100.0)), "red at " + i);
            assertTrue(blue < Ramp.luminance(Ramp.RED_BLUE.at(0.5 + i / 100.0)), "blue at " + i);
        }
    }

    @Test
    void numbersInCellsCanBeRead() {
        for (Ramp ramp : Ramp.values()) {
            for (int i = 0; i <= 100; i++) {
                Color ground = ramp.at(i / 100.0);
                assertTrue(Ramp.contrast(Ramp.ink(ground), ground) >= 4.5, ramp + " at " + i);
            }
        }
    }

    @Test
    void whatLiesOutsideTakesTheColourOfTheEnd() {
        assertEquals(new Color(0x440154), Ramp.VIRIDIS.at(-3));
        assertEquals(new Color(0xFDE725), Ramp.VIRIDIS.at(7));
    }

    @Test
    void contrastIsThatOfWcag() {
        assertEquals(21, Ramp.contrast(Color.BLACK, Color.WHITE), 1e-9);
        // Known from the WCAG documents: #767676 is the lightest grey that passes 4.5 on white.
        assertEquals(4.54, Ramp.contrast(new Color(0x767676), Color.WHITE), 0.005);
    }
}
