package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import marl.exercise.Ask;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.ClimbingPairs;
import marl.exercise.Lesson03;
import marl.exercise.Lesson03.Hysteretic;
import marl.exercise.Lesson03.RowMeans;
import marl.exercise.Lesson03.Tie;
import marl.exercise.Part;

/** The checks of lesson 03, except that of the mended learner. */
final class Lesson03Checks {

    private static final double[][] CLIMBING = {{11, -30, 0}, {-30, 7, 0}, {0, 6, 5}};
    private static final int PAIRS = 100;
    private static final int PLAYS = 2_000;

    private Lesson03Checks() {}

    static List<Checks<?>> all() {
        return List.of(
                new Checks<>(
                        Lesson03.ROW_MEANS,
                        List.of(
                                new Part<>(
                                        "the climbing game",
                                        1,
                                        "The mean of each row: add it up and divide by its length.",
                                        Lesson03Checks::climbing),
                                new Part<>(
                                        "any game",
                                        1,
                                        "The number of columns may differ from the number of rows.",
                                        Lesson03Checks::anyRows))),
                new Checks<>(
                        Lesson03.TIE,
                        List.of(
                                new Part<>(
                                        "the penalty game of the lesson",
                                        1,
                                        "Set the mean of the first row equal to the mean of the second.",
                                        (answer, cases) ->
                                                given("corner = 10, middle = 2").close(-8, answer.tie(10, 2), 1e-9)),
                                new Part<>(
                                        "any corner and middle",
                                        1,
                                        "(corner + k) / 3 = middle / 3.",
                                        Lesson03Checks::anyTie))),
                new Checks<>(
                        Lesson03.HYSTERETIC,
                        List.of(
                                new Part<>(
                                        "good news",
                                        1,
                                        "When the target is above q, move by alpha of the way.",
                                        (answer, cases) -> update(answer, cases, true)),
                                new Part<>(
                                        "bad news",
                                        1,
                                        "When the target is below q, move by beta of the way.",
                                        (answer, cases) -> update(answer, cases, false)),
                                new Part<>(
                                                "pairs that learn to climb",
                                                2,
                                                "With alpha 0.1 and beta 0.01 most pairs end at 11; with one rate none does.",
                                                Lesson03Checks::climbers)
                                        .ofChance())),
                MendedLearner.checks());
    }

    private static void means(RowMeans answer, double[][] payoff) {
        double[] expected = Arrays.stream(payoff)
                .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
                .toArray();
        given("payoff %s", show(payoff)).close(expected, answer.rowMeans(Draw.copy(payoff)), 1e-9);
    }

    private static void climbing(RowMeans answer, Cases cases) {
        means(answer, CLIMBING);
    }

    private static void anyRows(RowMeans answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            means(answer, Draw.payoffs(random, random.nextInt(2, 5), random.nextInt(2, 5)));
        }
    }

    private static void anyTie(Tie answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            double corner = Draw.tenth(random, 1, 30);
            double middle = Draw.tenth(random, -5, 9);
            given("corner = %s, middle = %s", show(corner), show(middle))
                    .close(middle - corner, answer.tie(corner, middle), 1e-9);
        }
    }

    private static void update(Hysteretic answer, Cases cases, boolean good) {
        SplittableRandom random = cases.random(good ? 3 : 4);
        for (int c = 0; c < cases.count(); c++) {
            double q = Draw.tenth(random, -5, 5);
            double target = q + (good ? 1 : -1) * Draw.tenth(random, 0.1, 6);
            double alpha = Draw.tenth(random, 0.3, 0.9);
            double beta = alpha / 8;
            given("q = %s, target = %s, alpha = %s, beta = %s", show(q), show(target), show(alpha), show(beta))
                    .close(q + (good ? alpha : beta) * (target - q), answer.hysteretic(q, target, alpha, beta), 1e-9);
        }
    }

    /**
     * Right answers reach the best cell in 0.878 of 20,000 pairs; fewer than 75 of 100 then have a probability of 1.4e-4. One
     * rate for both reaches it in none. Rows and columns change places and payoffs are multiplied, which changes nothing for
     * a learner that starts at 0.
     */
    private static void climbers(Hysteretic answer, Cases cases) {
        SplittableRandom random = cases.random(5);
        int[] rows = order(random);
        int[] columns = order(random);
        double factor = random.nextInt(1, 5) / 2.0;
        double[][] payoff = new double[3][3];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                payoff[r][c] = factor * CLIMBING[rows[r]][columns[c]];
            }
        }
        ClimbingPairs training = new ClimbingPairs(payoff, PAIRS, PLAYS, 0.1, 0.01, random.nextLong());
        double[][][] learnt = Ask.run(answer, training).values();
        given("%d pairs after training", PAIRS)
                .that(
                        learnt != null
                                && learnt.length == PAIRS
                                && Arrays.stream(learnt).allMatch(Lesson03Checks::isPair),
                        "three values for each player",
                        "something else");
        int climbed = 0;
        for (double[][] q : learnt) {
            climbed += payoff[best(q[0])][best(q[1])] == 11 * factor ? 1 : 0;
        }
        given("%d pairs of your learners, %d plays each, in the climbing game %s", PAIRS, PLAYS, show(payoff))
                .that(climbed >= 75, "at least 75 pairs that end at " + show(11 * factor), "%d", climbed);
    }

    private static boolean isPair(double[][] q) {
        return q != null && q.length == 2 && Arrays.stream(q).allMatch(values -> values != null && values.length == 3);
    }

    private static int[] order(SplittableRandom random) {
        int[] order = {0, 1, 2};
        for (int k = 2; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int moved = order[k];
            order[k] = order[other];
            order[other] = moved;
        }
        return order;
    }

    private static int best(double[] values) {
        return IntStream.range(0, 3).reduce(0, (best, a) -> values[a] > values[best] ? a : best);
    }
}
