package marl.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void discreteHoldsItsNumbersOnly() {
        Space space = new Space.Discrete(3);
        assertTrue(space.contains(new double[] {0}) && space.contains(new double[] {2}));
        for (double bad : new double[] {-1, 3, 0.5, Double.NaN, INF}) {
            assertFalse(space.contains(new double[] {bad}), "" + bad);
        }
        assertFalse(space.contains(new double[] {0, 0}));
        assertFalse(space.contains(new double[0]));
        assertEquals(1, space.dimension());
    }

    @Test
    void boxHoldsItsBoundsAndRefusesNaN() {
        Space.Box box = new Space.Box(new double[] {0, -INF}, new double[] {1, 5});
        assertTrue(box.contains(new double[] {0, 5}) && box.contains(new double[] {1, -1e300}));
        assertFalse(box.contains(new double[] {1.0000001, 0}));
        assertFalse(box.contains(new double[] {Double.NaN, 0}));
        assertFalse(box.contains(new double[] {0}));
        assertEquals(2, box.dimension());
    }

    @Test
    void boxIsAValue() {
        double[] low = {0, 0};
        Space.Box box = new Space.Box(low, new double[] {1, 2});
        low[0] = 9;
        box.low()[0] = 9;
        assertEquals(new Space.Box(new double[] {0, 0}, new double[] {1, 2}), box);
        assertEquals("Box[low=[0.0, 0.0], high=[1.0, 2.0]]", box.toString());
        assertEquals(box.hashCode(), new Space.Box(box.low(), box.high()).hashCode());
    }

    @Property(tries = 50)
    void samplesAreElements(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int n) {
        Rng rng = Rng.of(seed);
        Space box = new Space.Box(new double[] {-2, -INF, 3, -INF, 7}, new double[] {-1, INF, INF, 4, 7});
        Space discrete = new Space.Discrete(n);
        for (int i = 0; i < 50; i++) {
            assertTrue(box.contains(box.sample(rng)));
            assertTrue(discrete.contains(discrete.sample(rng)));
        }
    }

    @Test
    void refusesEmptyOrReversedSpaces() {
        assertThrows(IllegalArgumentException.class, () -> new Space.Discrete(0));
        assertThrows(IllegalArgumentException.class, () -> Space.Box.of(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Space.Box.of(2, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Space.Box.of(1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Space.Box(new double[2], new double[3]));
    }

    @Test
    void jointActionsKnowTheirKind() {
        JointAction actions = JointAction.of(0, 2);
        JointAction controls = JointAction.of(new double[] {0.5}, new double[] {1});
        assertEquals(2, actions.agents());
        assertEquals(2, actions.discrete(1));
        assertEquals(1, controls.continuous(1)[0]);
        assertThrows(IllegalArgumentException.class, () -> actions.continuous(0));
        assertThrows(IllegalArgumentException.class, () -> controls.discrete(0));
        assertThrows(IllegalArgumentException.class, () -> actions.discrete(2));
        assertEquals("[0, 2]", actions.toString());
        assertEquals("[[0.5], [1.0]]", controls.toString());
        assertEquals(JointAction.of(0, 2), actions);
    }
}
