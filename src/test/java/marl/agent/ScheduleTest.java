package marl.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void schedulesHaveTheirFormulas() {
        assertEquals(0.3, Schedule.constant(0.3).at(1_000_000));
        Schedule line = Schedule.linear(1, 0.2, 4);
        double[] expected = {1, 0.8, 0.6, 0.4, 0.2, 0.2};
        for (int t = 0; t < expected.length; t++) {
            assertEquals(expected[t], line.at(t), 1e-15);
        }
        assertEquals(0.25, Schedule.exponential(1, 0.5).at(2));
        assertEquals(0.1, Schedule.exponential(1, 0.5, 0.1).at(20));
        assertEquals(0.5, Schedule.exponential(1, 0.5, 0.1).at(1));
        assertEquals(1, Schedule.harmonic().at(0));
        assertEquals(0.25, Schedule.harmonic().at(3));
        assertEquals(Math.pow(8, -0.6), Schedule.power(0.6).at(7), 1e-15);
        assertEquals(0.02, Schedule.linear(0.2, 0, 10).atLeast(0.02).at(10));
    }

    @Test
    void refusesSchedulesThatNeverSettle() {
        assertThrows(IllegalArgumentException.class, () -> Schedule.linear(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Schedule.exponential(1, 1.1));
        assertThrows(IllegalArgumentException.class, () -> Schedule.exponential(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Schedule.power(0));
        assertThrows(IllegalArgumentException.class, () -> Schedule.power(1.5));
    }
}
