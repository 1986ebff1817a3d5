package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
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
                                        Lesson03Checks::climbers))),
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

    /** Right answers reach 11 in about 86 of 100 pairs, standard deviation 3.5; one rate for both in none. */
    private static void climbers(Hysteretic answer, Cases cases) {
        SplittableRandom random = cases.random(5);
        int climbed = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            double[][] q = new double[2][3];
            double epsilon = 1;
            for (int play = 0; play < PLAYS; play++) {
                int row = choose(q[0], epsilon, random);
                int column = choose(q[1], epsilon, random);
                double payoff = CLIMBING[row][column];
                q[0][row] = answer.hysteretic(q[0][row], payoff, 0.1, 0.01);
                q[1][column] = answer.hysteretic(q[1][column], payoff, 0.1, 0.01);
                epsilon *= 0.998;
            }
            climbed += choose(q[0], 0, random) == 0 && choose(q[1], 0, random) == 0 ? 1 : 0;
        }
        given("%d pairs of your learners in the climbing game, %d plays each", PAIRS, PLAYS)
                .that(climbed >= 75, "at least 75 pairs that end at 11", "%d", climbed);
    }

    private static int choose(double[] values, double epsilon, SplittableRandom random) {
        if (random.nextDouble() < epsilon) {
            return random.nextInt(values.length);
        }
        int best = random.nextInt(values.length);
        for (int a = 0; a < values.length; a++) {
            best = values[a] > values[best] ? a : best;
        }
        return best;
    }
}
