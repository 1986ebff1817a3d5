package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson05;
import marl.exercise.Lesson05.Best;
import marl.exercise.Part;

/** The check of 05-4: whether local choices add up to a best joint action. */
final class BruteForceCheck {

    private BruteForceCheck() {}

    static Checks<Best> checks() {
        return new Checks<>(
                Lesson05.BEST,
                List.of(
                        new Part<>(
                                "two agents",
                                1,
                                "Find the largest total of all joint actions, then look at the joint actions whose parts"
                                        + " are all best.",
                                (answer, cases) -> draw(answer, cases, 2, false)),
                        new Part<>(
                                "any number of agents",
                                1,
                                "Count through the joint actions like an odometer, or recursively.",
                                (answer, cases) -> draw(answer, cases, 4, false)),
                        new Part<>(
                                "ties",
                                2,
                                "With a tie there are several local best joint actions, and each of them must be best.",
                                (answer, cases) -> draw(answer, cases, 3, true))));
    }

    /** Half of the cases hold: the total is a sum of the values, or of other values. */
    private static void draw(Best answer, Cases cases, int agents, boolean ties) {
        SplittableRandom random = cases.random(20 + agents);
        for (int c = 0; c < cases.count(); c++) {
            int n = agents == 4 ? random.nextInt(1, 5) : agents;
            double[][] values = new double[n][];
            int size = 1;
            for (int i = 0; i < n; i++) {
                values[i] = ties ? coarse(random, random.nextInt(1, 4)) : Draw.values(random, random.nextInt(1, 4));
                size *= values[i].length;
            }
            double[] table = new double[size];
            boolean sum = random.nextBoolean();
            for (int k = 0; k < size; k++) {
                int[] joint = split(values, k);
                for (int i = 0; i < n; i++) {
                    table[k] += sum ? values[i][joint[i]] : 0;
                }
                table[k] = sum ? table[k] - 20 : -(ties ? random.nextInt(2) : random.nextInt(1, 10));
            }
            if (sum && ties && random.nextBoolean()) {
                // One of the best joint actions is spoilt, which only a look at all of them shows.
                table[random.nextInt(size)] -= 1;
            }
            given("values %s, totals %s with the last agent's action changing fastest", show(values), show(table))
                    .that(
                            holds(values, table) == answer.holds(Draw.copy(values), a -> table[number(values, a)]),
                            Boolean.toString(holds(values, table)),
                            "%s",
                            !holds(values, table));
        }
    }

    private static double[] coarse(SplittableRandom random, int count) {
        return random.ints(count, 0, 2).asDoubleStream().toArray();
    }

    private static boolean holds(double[][] values, double[] table) {
        double best = Arrays.stream(table).max().orElseThrow();
        for (int k = 0; k < table.length; k++) {
            int[] joint = split(values, k);
            boolean local = true;
            for (int i = 0; i < values.length; i++) {
                local &= values[i][joint[i]] == Arrays.stream(values[i]).max().orElseThrow();
            }
            if (local && table[k] != best) {
                return false;
            }
        }
        return true;
    }

    private static int[] split(double[][] values, int number) {
        int[] joint = new int[values.length];
        int rest = number;
        for (int i = values.length - 1; i >= 0; i--) {
            joint[i] = rest % values[i].length;
            rest /= values[i].length;
        }
        return joint;
    }

    private static int number(double[][] values, int[] asked) {
        int[] counts = Arrays.stream(values).mapToInt(row -> row.length).toArray();
        int[] joint = Asked.joint(asked, counts);
        int number = 0;
        for (int i = 0; i < counts.length; i++) {
            number = number * counts[i] + joint[i];
        }
        return number;
    }
}
