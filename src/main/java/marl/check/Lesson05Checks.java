package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.CounterExample;
import marl.exercise.Lesson05;
import marl.exercise.Lesson05.Count;
import marl.exercise.Lesson05.Rooms;
import marl.exercise.Lesson05.SumFit;
import marl.exercise.Lesson05.Target;
import marl.exercise.Part;

/** The checks of lesson 05. */
final class Lesson05Checks {

    private static final double[][] ROOM_B = {{0, 1}, {1, 8}};

    private Lesson05Checks() {}

    static List<Checks<?>> all() {
        return List.of(
                new Checks<>(
                        Lesson05.COUNT,
                        List.of(new Part<>(
                                "any team",
                                1,
                                "Multiply the numbers of actions; start with 1L so that the product is a long.",
                                Lesson05Checks::count))),
                new Checks<>(
                        Lesson05.SUM_FIT,
                        List.of(
                                new Part<>(
                                        "the lesson's table",
                                        1,
                                        "Row mean plus column mean counts the overall mean twice.",
                                        (answer, cases) -> fit(answer, ROOM_B)),
                                new Part<>(
                                        "a table that is a sum already",
                                        1,
                                        "A sum is its own best fit.",
                                        Lesson05Checks::sums),
                                new Part<>(
                                        "any table, any shape",
                                        1,
                                        "Rows and columns may differ in number; so do their means.",
                                        Lesson05Checks::anyTable),
                                new Part<>(
                                        "the table is left alone",
                                        1,
                                        "Write the fit into a new array.",
                                        Lesson05Checks::unchanged))),
                new Checks<>(
                        Lesson05.TARGET,
                        List.of(
                                new Part<>(
                                        "in the middle of an episode",
                                        1,
                                        "Each agent's best next value; add them; discount the sum; add the reward once.",
                                        (answer, cases) -> target(answer, cases, 1)),
                                new Part<>(
                                        "some actions are not legal",
                                        1,
                                        "Only legal actions count, even where all of them are worth less than 0.",
                                        (answer, cases) -> target(answer, cases, 2)),
                                new Part<>(
                                        "the last step",
                                        1,
                                        "After the end there is nothing to add, and there need not be a legal action.",
                                        (answer, cases) -> target(answer, cases, 3)),
                                new Part<>(
                                        "the networks differ",
                                        1,
                                        "The live values choose the action; what it is worth is read in nextTargetValues.",
                                        (answer, cases) -> target(answer, cases, 4)))),
                BruteForceCheck.checks(),
                new Checks<>(
                        Lesson05.ROOMS,
                        List.of(new Part<>(
                                "the lesson's rooms, and others",
                                2,
                                "In each room the team expects the largest cell of its best sum; discount it once.",
                                Lesson05Checks::rooms))));
    }

    private static void count(Count answer, Cases cases) {
        int[] ten = new int[10];
        Arrays.fill(ten, 5);
        given("ten agents with 5 actions each").same(9_765_625, answer.count(ten));
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            int[] actions = random.ints(random.nextInt(1, 16), 1, 10).toArray();
            long product = 1;
            for (int n : actions) {
                product *= n;
            }
            given("actions %s", show(actions)).same(product, answer.count(actions.clone()));
        }
    }

    private static double[][] bestSum(double[][] table) {
        int columns = table[0].length;
        double mean =
                Arrays.stream(table).flatMapToDouble(Arrays::stream).average().orElseThrow();
        double[][] fit = new double[table.length][columns];
        for (int r = 0; r < table.length; r++) {
            double rowMean = Arrays.stream(table[r]).average().orElseThrow();
            for (int c = 0; c < columns; c++) {
                int column = c;
                double columnMean = Arrays.stream(table)
                        .mapToDouble(row -> row[column])
                        .average()
                        .orElseThrow();
                fit[r][c] = rowMean + columnMean - mean;
            }
        }
        return fit;
    }

    private static void fit(SumFit answer, double[][] table) {
        double[][] got = answer.fit(Draw.copy(table));
        double[][] expected = bestSum(table);
        if (got == null || got.length != expected.length) {
            throw new CounterExample("table " + show(table), show(expected), show(got));
        }
        for (int r = 0; r < expected.length; r++) {
            given("table %s, row %d of the fit", show(table), r).close(expected[r], got[r], 1e-9);
        }
    }

    private static void sums(SumFit answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            double[] a = Draw.values(random, random.nextInt(2, 5));
            double[] b = Draw.values(random, random.nextInt(2, 5));
            double[][] table = new double[a.length][b.length];
            for (int r = 0; r < a.length; r++) {
                for (int k = 0; k < b.length; k++) {
                    table[r][k] = a[r] + b[k];
                }
            }
            fit(answer, table);
        }
    }

    private static void anyTable(SumFit answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        for (int c = 0; c < cases.count(); c++) {
            fit(answer, Draw.payoffs(random, random.nextInt(1, 5), random.nextInt(1, 5)));
        }
    }

    private static void unchanged(SumFit answer, Cases cases) {
        double[][] table = Draw.copy(ROOM_B);
        double[][] got = answer.fit(table);
        given("table %s", show(ROOM_B))
                .that(
                        Arrays.deepEquals(table, ROOM_B) && got != null && got != table,
                        "the table as it was, and a fit of its own",
                        "the table became %s",
                        show(table));
    }

    /** Kind 2 has masks, kind 3 ends, in every other case with nothing left to do, and only in kind 4 do the target networks differ from the live ones. */
    private static void target(Target answer, Cases cases, int kind) {
        SplittableRandom random = cases.random(kind == 4 ? 10 : 3 + kind);
        for (int c = 0; c < cases.count(); c++) {
            int agents = random.nextInt(2, 5);
            int actions = random.nextInt(2, 5);
            double[][] values = new double[agents][];
            double[][] frozen = new double[agents][];
            boolean[][] legal = new boolean[agents][actions];
            double sum = 0;
            for (int i = 0; i < agents; i++) {
                values[i] = Draw.distinctValues(random, actions);
                int best = random.nextInt(actions);
                legal[i][best] = true;
                for (int a = 0; a < actions; a++) {
                    if (kind == 2) {
                        values[i][a] -= 6;
                    }
                    legal[i][a] |= kind != 2 || random.nextBoolean();
                }
                for (int a = 0; a < actions; a++) {
                    if (legal[i][a] && values[i][a] > values[i][best]) {
                        best = a;
                    }
                }
                frozen[i] = kind == 4 ? Draw.values(random, actions) : values[i].clone();
                sum += frozen[i][best];
            }
            double reward = Draw.tenth(random, -3, 3);
            double gamma = Draw.tenth(random, 0.1, 1);
            boolean ended = kind == 3;
            if (ended && c % 2 == 1) {
                for (boolean[] own : legal) {
                    Arrays.fill(own, false);
                }
            }
            given(
                            "reward %s, gamma %s, next values %s, by the target networks %s, legal %s, terminated %s",
                            show(reward), show(gamma), show(values), show(frozen), show(legal), ended)
                    .close(
                            reward + (ended ? 0 : gamma * sum),
                            answer.target(reward, gamma, Draw.copy(values), Draw.copy(frozen), legal, ended),
                            1e-9);
        }
    }

    private static double largest(double[][] table) {
        return Arrays.stream(table).flatMapToDouble(Arrays::stream).max().orElseThrow();
    }

    private static void rooms(Rooms answer, Cases cases) {
        believed(answer, new double[][] {{7, 7}, {7, 7}}, ROOM_B, 0.99);
        SplittableRandom random = cases.random(9);
        for (int c = 0; c < cases.count(); c++) {
            believed(answer, Draw.payoffs(random, 2, 2), Draw.payoffs(random, 2, 2), Draw.tenth(random, 0.1, 1));
        }
    }

    private static void believed(Rooms answer, double[][] a, double[][] b, double gamma) {
        double[] expected = {gamma * largest(bestSum(a)), gamma * largest(bestSum(b))};
        given("room A pays %s, room B pays %s, gamma %s", show(a), show(b), show(gamma))
                .close(expected, answer.rooms(Draw.copy(a), Draw.copy(b), gamma), 1e-9);
    }
}
