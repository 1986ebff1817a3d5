package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

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

/** The checks of lesson 05. */
final class Lesson05Checks {

    private static final double[][] ROOM_B = {{0, 1}, {1, 8}};

    private Lesson05Checks() {}

    static List<Checks<?>> all() {
        return new Lesson05Checks().checks();
    }

    private List<Checks<?>> checks() {
        return List.of(countCheck(), sumFitCheck(), targetCheck(), BruteForceCheck.checks(), roomsCheck());
    }

    private Checks<Count> countCheck() {
        return Checks.of(
                Lesson05.COUNT,
                part(
                        "any team",
                        1,
                        "Multiply the numbers of actions in a long of its own, and leave the array as it is.",
                        this::count));
    }

    private Checks<SumFit> sumFitCheck() {
        return Checks.of(
                Lesson05.SUM_FIT,
                part(
                        "the lesson's table",
                        1,
                        "Row mean plus column mean counts the overall mean twice.",
                        this::lessonsTable),
                part("a table that is a sum already", 1, "A sum is its own best fit.", this::sums),
                part(
                        "any table, any shape",
                        1,
                        "Rows and columns may differ in number; so do their means.",
                        this::anyTable),
                part("the table is left alone", 1, "Write the fit into a new array.", this::unchanged));
    }

    private Checks<Target> targetCheck() {
        return Checks.of(
                Lesson05.TARGET,
                part(
                        "in the middle of an episode",
                        1,
                        "Each agent's best next value; add them; discount the sum; add the reward once.",
                        this::middle),
                part(
                        "some actions are not legal",
                        1,
                        "Only legal actions count, even where all of them are worth less than 0.",
                        this::illegal),
                part(
                        "the last step",
                        1,
                        "After the end there is nothing to add, and there need not be a legal action.",
                        this::lastStep),
                part(
                        "the networks differ",
                        1,
                        "The live values choose the action; what it is worth is read in nextTargetValues.",
                        this::networksDiffer));
    }

    private Checks<Rooms> roomsCheck() {
        return Checks.of(
                Lesson05.ROOMS,
                part(
                        "the lesson's rooms, and others",
                        2,
                        "In each room the team expects the largest cell of its best sum; discount it once.",
                        this::rooms));
    }

    private void count(Count answer, Cases cases) {
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
            int[] handed = actions.clone();
            given("actions %s", show(actions)).same(product, answer.count(handed));
            given("actions %s", show(actions))
                    .that(Arrays.equals(actions, handed), "the array as it was", "the array became %s", show(handed));
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

    private void lessonsTable(SumFit answer, Cases cases) {
        fit(answer, ROOM_B);
    }

    private void sums(SumFit answer, Cases cases) {
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

    private void anyTable(SumFit answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        for (int c = 0; c < cases.count(); c++) {
            fit(answer, Draw.payoffs(random, random.nextInt(1, 5), random.nextInt(1, 5)));
        }
    }

    private void unchanged(SumFit answer, Cases cases) {
        SplittableRandom random = cases.random(11);
        for (int c = 0; c < cases.count(); c++) {
            double[][] table = Draw.payoffs(random, random.nextInt(2, 5), random.nextInt(2, 5));
            double[][] lent = Draw.copy(table);
            double[][] got = answer.fit(lent);
            given("table %s", show(table)).unchanged(table, lent);
            given("table %s", show(table)).that(got != lent, "a new array", "the table itself");
            fit(answer, table);
        }
    }

    private void middle(Target answer, Cases cases) {
        targets(answer, cases.random(4), cases.count(), TargetKind.MIDDLE);
    }

    private void illegal(Target answer, Cases cases) {
        targets(answer, cases.random(5), cases.count(), TargetKind.ILLEGAL_ACTIONS);
    }

    private void lastStep(Target answer, Cases cases) {
        targets(answer, cases.random(6), cases.count(), TargetKind.END);
    }

    private void networksDiffer(Target answer, Cases cases) {
        targets(answer, cases.random(10), cases.count(), TargetKind.TWO_NETWORKS);
    }

    private static void targets(Target answer, SplittableRandom random, int count, TargetKind kind) {
        for (int c = 0; c < count; c++) {
            TargetCase drawn = TargetCase.drawn(random, kind, c % 2 == 1);
            drawn.judge(answer);
        }
    }

    private static double largest(double[][] table) {
        return Arrays.stream(table).flatMapToDouble(Arrays::stream).max().orElseThrow();
    }

    private void rooms(Rooms answer, Cases cases) {
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
