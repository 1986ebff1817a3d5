package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

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

/** The checks of lesson 03, except those of the mended learner and of double Q. */
final class Lesson03Checks {

    private static final double[][] CLIMBING = {{11, -30, 0}, {-30, 7, 0}, {0, 6, 5}};
    private static final int PAIRS = 100;
    private static final int PLAYS = 2_000;

    private Lesson03Checks() {}

    static List<Checks<?>> all() {
        return new Lesson03Checks().checks();
    }

    private List<Checks<?>> checks() {
        return List.of(rowMeansCheck(), tieCheck(), hystereticCheck(), MendedLearner.checks(), DoubleQCheck.checks());
    }

    private Checks<RowMeans> rowMeansCheck() {
        return Checks.of(
                Lesson03.ROW_MEANS,
                part(
                        "the climbing game",
                        1,
                        "The mean of each row: add it up and divide by its length.",
                        this::climbing),
                part("any game", 1, "The number of columns may differ from the number of rows.", this::anyRows));
    }

    private Checks<Tie> tieCheck() {
        return Checks.of(
                Lesson03.TIE,
                part(
                        "the penalty game of the lesson",
                        1,
                        "Set the mean of the first row equal to the mean of the second.",
                        this::lessonsTie),
                part("any corner and middle", 1, "(corner + k) / 3 = middle / 3.", this::anyTie));
    }

    private Checks<Hysteretic> hystereticCheck() {
        return Checks.of(
                Lesson03.HYSTERETIC,
                part("good news", 1, "When the target is above q, move by alpha of the way.", this::goodNews),
                part("bad news", 1, "When the target is below q, move by beta of the way.", this::badNews),
                part(
                                "pairs that learn to climb",
                                2,
                                "With alpha 0.1 and beta 0.01 most pairs end at 11; with one rate none does.",
                                this::climbers)
                        .ofChance());
    }

    private static void means(RowMeans answer, double[][] payoff) {
        double[] expected = Arrays.stream(payoff)
                .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
                .toArray();
        double[][] lent = Draw.copy(payoff);
        given("payoff %s", show(payoff)).close(expected, answer.rowMeans(lent), 1e-9);
        for (int row = 0; row < payoff.length; row++) {
            given("payoff %s: its row %d after the call", show(payoff), row).close(payoff[row], lent[row], 0);
        }
    }

    private void climbing(RowMeans answer, Cases cases) {
        means(answer, CLIMBING);
    }

    private void anyRows(RowMeans answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            means(answer, Draw.payoffs(random, random.nextInt(2, 5), random.nextInt(2, 5)));
        }
    }

    private void lessonsTie(Tie answer, Cases cases) {
        given("corner = 10, middle = 2").close(-8, answer.tie(10, 2), 1e-9);
    }

    private void anyTie(Tie answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            double corner = Draw.tenth(random, 1, 30);
            double middle = Draw.tenth(random, -5, 9);
            given("corner = %s, middle = %s", show(corner), show(middle))
                    .close(middle - corner, answer.tie(corner, middle), 1e-9);
        }
    }

    private void goodNews(Hysteretic answer, Cases cases) {
        update(answer, cases, true);
    }

    private void badNews(Hysteretic answer, Cases cases) {
        update(answer, cases, false);
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
    private void climbers(Hysteretic answer, Cases cases) {
        SplittableRandom random = cases.random(5);
        int[] rows = order(random);
        int[] columns = order(random);
        double factor = random.nextInt(1, 5) / 2.0;
        double[][] payoff = climbingGame(rows, columns, factor);
        ClimbingPairs training = new ClimbingPairs(payoff, PAIRS, PLAYS, 0.1, 0.01, random.nextLong());
        double[][][] learnt = pairs(Ask.run(answer, training).values());
        long climbed = Arrays.stream(learnt)
                .filter(q -> payoff[best(q[0])][best(q[1])] == 11 * factor)
                .count();
        given("%d pairs of your learners, %d plays each, in the climbing game %s", PAIRS, PLAYS, show(payoff))
                .that(climbed >= 75, "at least 75 pairs that end at " + show(11 * factor), "%d", climbed);
    }

    private static double[][] climbingGame(int[] rows, int[] columns, double factor) {
        double[][] payoff = new double[3][3];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                payoff[r][c] = factor * CLIMBING[rows[r]][columns[c]];
            }
        }
        return payoff;
    }

    private static double[][][] pairs(double[][][] learnt) {
        boolean whole = learnt != null
                && learnt.length == PAIRS
                && Arrays.stream(learnt).allMatch(Lesson03Checks::isPair);
        given("%d pairs after training", PAIRS).that(whole, "three values for each player", "something else");
        return learnt;
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
