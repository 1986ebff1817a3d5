package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IgmTest {
    private static final double[][] TWO = {{0, 1}, {0, 1}};

    @Test
    void aSumOfOwnValuesHasIt() {
        Igm igm = Igm.of(
                new double[][] {{1, 5, 2}, {4, 0}, {-1, 3}},
                joint -> new double[] {1, 5, 2}[joint[0]]
                        + new double[] {4, 0}[joint[1]]
                        + new double[] {-1, 3}[joint[2]]);
        assertTrue(igm.attained() && igm.equal());
        assertArrayEquals(new int[] {1, 0, 1}, igm.greedy());
        assertArrayEquals(new int[] {1, 0, 1}, igm.best());
        assertEquals(0, igm.lost());
        assertEquals(
                "IGM holds: [1, 0, 1] is best for each agent, and it alone attains the maximum 12.", igm.toString());
    }

    @Test
    void theQtranTableUnderItsAdditiveFitDoesNot() {
        double[] own = {-56 / 18., -32 / 18., -32 / 18.};
        Igm igm = Igm.of(new double[][] {own, own}, Games.qtran().payoffMatrix(0));
        assertFalse(igm.attained() || igm.equal());
        assertArrayEquals(new int[] {1, 1}, igm.greedy());
        assertArrayEquals(new int[] {0, 0}, igm.best());
        assertEquals(8, igm.lost());
        assertEquals("IGM fails: each agent's own best is [1, 1] with a total of 0, but [0, 0] has 8.", igm.toString());
    }

    /** A total that is flat: monotone, so what is best for each attains the maximum, but it is not the only one. */
    @Test
    void aFlatTotalIsAttainedButNotEqual() {
        Igm igm = Igm.of(TWO, joint -> joint[0] + joint[1] == 0 ? 0 : 3);
        assertTrue(igm.attained());
        assertFalse(igm.equal());
        assertArrayEquals(new int[] {1, 1}, igm.greedy());
        assertArrayEquals(new int[] {0, 1}, igm.best());
        assertEquals(
                "IGM fails by a tie: what is best for each agent attains the maximum 3, but so does [0, 1], which is"
                        + " not best for each.",
                igm.toString());
    }

    /** Every combination of tied actions is a profile, and the worst of them decides. */
    @Test
    void tiesOfAnAgentMakeSeveralProfiles() {
        double[][] tied = {{2, 2, 0}, {2, 0, 2}};
        Igm lost = Igm.of(tied, joint -> joint[0] == 1 && joint[1] == 2 ? -4 : 1);
        assertEquals(5, lost.lost());
        assertArrayEquals(new int[] {0, 0}, lost.greedy(), "the first profile is fine, another is not");
        assertTrue(lost.toString().contains("[1, 2] with a total of -4"), lost.toString());
        Igm holds = Igm.of(tied, joint -> tied[0][joint[0]] * tied[1][joint[1]]);
        assertTrue(holds.equal());
        assertEquals(
                "IGM holds: the 4 joint actions of own best actions, [0, 0] the first, are all that attain the maximum 4.",
                holds.toString());
    }

    @Test
    void tiesAreExact() {
        double above = Math.nextUp(1.0);
        assertArrayEquals(
                new int[] {1}, Igm.of(new double[][] {{1, above}}, joint -> 0).greedy());
        assertEquals(
                above - 1,
                Igm.of(new double[][] {{1, 0}}, joint -> joint[0] == 0 ? 1 : above)
                        .lost());
        assertTrue(Igm.of(new double[][] {{0.0, -0.0}}, joint -> joint[0] == 0 ? -0.0 : 0.0)
                .equal());
    }

    /** Against the definition written out with sets of joint actions. */
    @Property(tries = 500)
    void agreesWithTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int agents) {
        Random random = new Random(seed);
        double[][] own = new double[agents][];
        Arrays.setAll(
                own,
                i -> random.ints(1 + random.nextInt(3), 0, 3).asDoubleStream().toArray());
        int cells = Arrays.stream(own).mapToInt(values -> values.length).reduce(1, (a, b) -> a * b);
        double[] totals = random.ints(cells, 0, 3).asDoubleStream().toArray();
        List<List<Integer>> joints = new ArrayList<>(List.of(List.of()));
        for (double[] values : own) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> joint : joints) {
                for (int a = 0; a < values.length; a++) {
                    List<Integer> more = new ArrayList<>(joint);
                    more.add(a);
                    longer.add(more);
                }
            }
            joints = longer;
        }
        List<List<Integer>> all = joints;
        double most = Arrays.stream(totals).max().orElseThrow();
        List<List<Integer>> best =
                all.stream().filter(j -> totals[all.indexOf(j)] == most).toList();
        List<List<Integer>> profiles = new ArrayList<>();
        double least = most;
        for (List<Integer> joint : all) {
            boolean profile = true;
            for (int i = 0; i < agents; i++) {
                profile &= own[i][joint.get(i)] == Arrays.stream(own[i]).max().orElseThrow();
            }
            if (profile) {
                profiles.add(joint);
                least = Math.min(least, totals[all.indexOf(joint)]);
            }
        }
        Igm igm = Igm.of(
                own, joint -> totals[all.indexOf(Arrays.stream(joint).boxed().toList())]);
        assertEquals(best.containsAll(profiles), igm.attained());
        assertEquals(best.equals(profiles), igm.equal());
        assertEquals(profiles.get(0), Arrays.stream(igm.greedy()).boxed().toList());
        assertEquals(best.get(0), Arrays.stream(igm.best()).boxed().toList());
        assertEquals(most - least, igm.lost());
    }

    /** Strictly rising functions of the own values have the property; the loss of others is never negative. */
    @Property(tries = 200)
    void strictlyMonotoneTotalsHaveIt(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] own = new double[3][4];
        for (double[] values : own) {
            Arrays.setAll(values, a -> random.nextInt(5));
        }
        double[] weights = {0.1 + random.nextDouble(), 0.1 + random.nextDouble(), 0.1 + random.nextDouble()};
        Igm igm = Igm.of(own, joint -> {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += weights[i] * own[i][joint[i]];
            }
            return Math.exp(sum) + sum;
        });
        assertTrue(igm.equal(), igm.toString());
        assertTrue(Igm.of(own, joint -> random.nextGaussian()).lost() >= 0);
    }

    @Test
    void theArrayBelongsToTheTestAndSpoilingItDoesNoHarm() {
        Igm igm = Igm.of(TWO, joint -> {
            double sum = joint[0] + joint[1];
            Arrays.fill(joint, 7);
            return sum;
        });
        assertTrue(igm.equal());
        igm.greedy()[0] = 9;
        assertArrayEquals(new int[] {1, 1}, igm.greedy());
    }

    @Test
    void amillionJointActionsAreTriedAndMoreRefused() {
        double[][] twenty = new double[20][2];
        for (double[] own : twenty) {
            own[1] = 1;
        }
        assertTrue(Igm.of(twenty, joint -> Arrays.stream(joint).sum()).equal());
        String said = assertThrows(IllegalArgumentException.class, () -> Igm.of(new double[21][2], joint -> 0))
                .getMessage();
        assertTrue(said.contains("use fewer agents"), said);
    }

    @Test
    void refusesWhatIsNotThereOrNotFinite() {
        assertThrows(IllegalArgumentException.class, () -> Igm.of(new double[0][], joint -> 0));
        assertThrows(IllegalArgumentException.class, () -> Igm.of(new double[][] {{1}, {}}, joint -> 0));
        assertThrows(IllegalArgumentException.class, () -> Igm.of(new double[][] {{Double.NaN}}, joint -> 0));
        String said = assertThrows(
                        IllegalArgumentException.class, () -> Igm.of(TWO, joint -> joint[1] == 1 ? Double.NaN : 0))
                .getMessage();
        assertTrue(said.contains("[0, 1]"), said);
        assertThrows(IllegalArgumentException.class, () -> Igm.of(new double[3][2], new double[2][2]));
        assertThrows(IllegalArgumentException.class, () -> Igm.of(TWO, new double[2][3]));
    }

    /** A sum of values without ties keeps the definition to the letter: a thousand teams of three. */
    @Test
    void sumsOfDrawnValuesAreMaximisedByLocalChoicesAlone() {
        Rng chance = Rng.of(5);
        for (int team = 0; team < 1_000; team++) {
            double[][] own = new double[3][4];
            for (double[] values : own) {
                Arrays.setAll(values, a -> chance.gaussian());
            }
            assertTrue(
                    Igm.of(own, a -> own[0][a[0]] + own[1][a[1]] + own[2][a[2]]).equal());
        }
    }
}
