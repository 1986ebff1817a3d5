package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson05;
import marl.exercise.Lesson05.Best;

/** The check of 05-4: whether local choices add up to a best joint action. */
final class BruteForceCheck {

    private BruteForceCheck() {}

    static Checks<Best> checks() {
        return Checks.of(
                Lesson05.BEST,
                part(
                        "two agents",
                        1,
                        "Find the largest total of all joint actions, then look at the joint actions whose parts"
                                + " are all best.",
                        BruteForceCheck::twoAgents),
                part(
                        "any number of agents",
                        1,
                        "Count through the joint actions like an odometer, or recursively.",
                        BruteForceCheck::anyNumber),
                part(
                        "ties",
                        2,
                        "With a tie there are several local best joint actions, and each of them must be best.",
                        BruteForceCheck::ties));
    }

    private static void twoAgents(Best answer, Cases cases) {
        SplittableRandom random = cases.random(22);
        for (int c = 0; c < cases.count(); c++) {
            compare(answer, random, 2, false);
        }
    }

    private static void anyNumber(Best answer, Cases cases) {
        SplittableRandom random = cases.random(24);
        for (int c = 0; c < cases.count(); c++) {
            compare(answer, random, random.nextInt(1, 5), false);
        }
    }

    private static void ties(Best answer, Cases cases) {
        SplittableRandom random = cases.random(23);
        for (int c = 0; c < cases.count(); c++) {
            compare(answer, random, 3, true);
        }
    }

    private static void compare(Best answer, SplittableRandom random, int agents, boolean ties) {
        double[][] values = values(random, agents, ties);
        double[] table = table(random, values, ties);
        if (!ties && random.nextInt(3) == 0) {
            nobodyAlone(random, values, table);
        }
        boolean holds = holds(values, table);
        given("values %s, totals %s with the last agent's action changing fastest", show(values), show(table))
                .that(
                        holds == answer.holds(Draw.copy(values), a -> table[number(values, a)]),
                        Boolean.toString(holds),
                        "%s",
                        !holds);
    }

    private static double[][] values(SplittableRandom random, int agents, boolean ties) {
        double[][] values = new double[agents][];
        for (int i = 0; i < agents; i++) {
            int actions = random.nextInt(1, 4);
            values[i] = ties ? coarse(random, actions) : Draw.values(random, actions);
        }
        return values;
    }

    /** Half of the cases hold: the total is a sum of the values, or of other values. */
    private static double[] table(SplittableRandom random, double[][] values, boolean ties) {
        double[] table =
                new double[Arrays.stream(values).mapToInt(own -> own.length).reduce(1, (a, b) -> a * b)];
        boolean sum = random.nextBoolean();
        for (int k = 0; k < table.length; k++) {
            table[k] = sum ? sum(values, split(values, k)) - 20 : -(ties ? random.nextInt(2) : random.nextInt(1, 10));
        }
        if (sum && ties && random.nextBoolean()) {
            // One of the best joint actions is spoilt, which only a look at all of them shows.
            table[random.nextInt(table.length)] -= 1;
        }
        return table;
    }

    /** Makes the local choice a place that no agent would leave alone, and puts something better elsewhere. */
    private static void nobodyAlone(SplittableRandom random, double[][] values, double[] table) {
        int[] local = Arrays.stream(values)
                .mapToInt(own -> IntStream.range(0, own.length).reduce(0, (b, a) -> own[a] > own[b] ? a : b))
                .toArray();
        int[] far = IntStream.range(0, table.length)
                .filter(k -> apart(split(values, k), local) > 1)
                .toArray();
        for (int k = 0; k < table.length && far.length > 0; k++) {
            table[k] = apart(split(values, k), local) == 0 ? 0 : -random.nextInt(1, 10);
        }
        if (far.length > 0) {
            table[far[random.nextInt(far.length)]] = random.nextBoolean() ? 1 : 1e-12;
        }
    }

    private static long apart(int[] one, int[] other) {
        return IntStream.range(0, one.length).filter(i -> one[i] != other[i]).count();
    }

    private static double sum(double[][] values, int[] joint) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i][joint[i]];
        }
        return sum;
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
