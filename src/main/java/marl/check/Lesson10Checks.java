package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson10;
import marl.exercise.Lesson10.Circle;
import marl.exercise.Lesson10.Exploit;
import marl.exercise.Lesson10.NewPool;
import marl.exercise.Lesson10.Pool;
import marl.exercise.Lesson10.Step;
import marl.exercise.Part;

/** The checks of lesson 10. */
final class Lesson10Checks {

    private static final double[][] RPS = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};

    private Lesson10Checks() {}

    static List<Checks<?>> all() {
        return List.of(
                new Checks<>(
                        Lesson10.EXPLOIT,
                        List.of(
                                new Part<>(
                                        "rock-paper-scissors",
                                        1,
                                        "Both play rock: either would gain 1 by switching to paper; the mean of the two gains.",
                                        Lesson10Checks::rock),
                                new Part<>(
                                        "any zero-sum game",
                                        2,
                                        "The row player's best row minus the column player's best column, halved: what the rows"
                                                + " pay against column, the most; what the columns pay against row, the least.",
                                        Lesson10Checks::anyGame))),
                new Checks<>(
                        Lesson10.CIRCLE,
                        List.of(
                                new Part<>(
                                        "rock-paper-scissors",
                                        1,
                                        "The best answer to a column is the row with the largest number in it.",
                                        (answer, cases) -> circle(answer, RPS, 0, 9)),
                                new Part<>(
                                        "any game, ties",
                                        1,
                                        "Look down the column of the last version; keep the first of equals.",
                                        Lesson10Checks::anyCircle))),
                new Checks<>(
                        Lesson10.POOL,
                        List.of(
                                new Part<>(
                                        "who is picked",
                                        1,
                                        "Below the probability of the latest self, or with nobody in the pool: -1.",
                                        (answer, cases) -> pool(answer, cases, 1_000)),
                                new Part<>(
                                        "bounded memory",
                                        2,
                                        "When full, the oldest goes and the others move up.",
                                        (answer, cases) -> pool(answer, cases, 3)))),
                new Checks<>(
                        Lesson10.STEP,
                        List.of(
                                new Part<>(
                                        "without a bonus",
                                        2,
                                        "The logit of the action moves by rate * reward * (1 - p), the others by"
                                                + " -rate * reward * p.",
                                        (answer, cases) -> step(answer, cases, false)),
                                new Part<>(
                                        "with an entropy bonus",
                                        2,
                                        "H is the entropy of the whole policy; all logits get their part of the bonus.",
                                        (answer, cases) -> step(answer, cases, true)))));
    }

    private static double expected(double[][] payoff, double[] row, double[] column) {
        double bestRow = Double.NEGATIVE_INFINITY;
        for (double[] line : payoff) {
            double pays = 0;
            for (int c = 0; c < column.length; c++) {
                pays += line[c] * column[c];
            }
            bestRow = Math.max(bestRow, pays);
        }
        double bestColumn = Double.POSITIVE_INFINITY;
        for (int c = 0; c < column.length; c++) {
            double pays = 0;
            for (int r = 0; r < row.length; r++) {
                pays += payoff[r][c] * row[r];
            }
            bestColumn = Math.min(bestColumn, pays);
        }
        return (bestRow - bestColumn) / 2;
    }

    private static void compare(Exploit answer, double[][] payoff, double[] row, double[] column) {
        given("payoffs %s, row plays %s, column plays %s", show(payoff), show(row), show(column))
                .close(
                        expected(payoff, row, column),
                        answer.exploitability(Draw.copy(payoff), row.clone(), column.clone()),
                        1e-9);
    }

    private static void rock(Exploit answer, Cases cases) {
        double third = 1 / 3.0;
        compare(answer, RPS, new double[] {1, 0, 0}, new double[] {1, 0, 0});
        compare(answer, RPS, new double[] {third, third, third}, new double[] {third, third, third});
        compare(answer, RPS, new double[] {0.5, 0.5, 0}, new double[] {third, third, third});
    }

    private static void anyGame(Exploit answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            int rows = random.nextInt(2, 5);
            int columns = random.nextInt(2, 5);
            compare(answer, Draw.payoffs(random, rows, columns), Draw.mix(random, rows), Draw.mix(random, columns));
        }
    }

    private static void circle(Circle answer, double[][] payoff, int first, int versions) {
        int[] plays = new int[versions];
        plays[0] = first;
        for (int v = 1; v < versions; v++) {
            int last = plays[v - 1];
            plays[v] = IntStream.range(0, payoff.length)
                    .reduce(0, (best, a) -> payoff[a][last] > payoff[best][last] ? a : best);
        }
        given("payoffs %s, the first version plays %d, %d versions", show(payoff), first, versions)
                .same(plays, answer.play(Draw.copy(payoff), first, versions));
    }

    private static void anyCircle(Circle answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            int n = random.nextInt(1, 6);
            double[][] payoff = new double[n][n];
            for (double[] row : payoff) {
                for (int k = 0; k < n; k++) {
                    row[k] = random.nextInt(-2, 3);
                }
            }
            circle(answer, payoff, random.nextInt(n), random.nextInt(1, 12));
        }
    }

    private static void pool(NewPool answer, Cases cases, int capacity) {
        SplittableRandom random = cases.random(capacity);
        double latest = Draw.tenth(random, 0.2, 0.8);
        Pool pool = given("a call of make(%d, %s)", capacity, show(latest)).made(answer.make(capacity, latest));
        Deque<Integer> kept = new ArrayDeque<>();
        for (int c = 0; c < 4 * cases.count(); c++) {
            double first = random.nextDouble();
            double second = random.nextDouble();
            int expected = -1;
            if (first >= latest && !kept.isEmpty()) {
                Iterator<Integer> oldestFirst = kept.iterator();
                for (int k = (int) (second * kept.size()); k >= 0; k--) {
                    expected = oldestFirst.next();
                }
            }
            String now = String.format(
                    java.util.Locale.ROOT,
                    "a pool of %d with latest self at %s that holds %s",
                    capacity,
                    show(latest),
                    kept);
            given("%s: pick(%s, %s)", now, show(first), show(second)).same(expected, pool.pick(first, second));
            given("%s: size()", now).same(kept.size(), pool.size());
            if (random.nextBoolean()) {
                int snapshot = 100 + c;
                pool.add(snapshot);
                kept.addLast(snapshot);
                if (kept.size() > capacity) {
                    kept.removeFirst();
                }
            }
        }
    }

    private static void step(Step answer, Cases cases, boolean withBonus) {
        SplittableRandom random = cases.random(withBonus ? 8 : 7);
        for (int c = 0; c < cases.count(); c++) {
            double[] logits = Draw.values(random, random.nextInt(2, 5));
            int action = random.nextInt(logits.length);
            double reward = Draw.tenth(random, -2, 2);
            double rate = Draw.tenth(random, 0.1, 0.5);
            double bonus = withBonus ? Draw.tenth(random, 0.1, 1) : 0;
            double sum = Arrays.stream(logits).map(Math::exp).sum();
            double[] p = Arrays.stream(logits).map(t -> Math.exp(t) / sum).toArray();
            double entropy = -Arrays.stream(p).map(x -> x * Math.log(x)).sum();
            double[] expected = logits.clone();
            for (int j = 0; j < p.length; j++) {
                expected[j] += rate * reward * ((j == action ? 1 : 0) - p[j]);
                expected[j] -= rate * bonus * p[j] * (Math.log(p[j]) + entropy);
            }
            double[] given = logits.clone();
            double[] got = answer.step(given, action, reward, rate, bonus);
            given(
                            "logits %s, action %d, reward %s, rate %s, bonus %s",
                            show(logits), action, show(reward), show(rate), show(bonus))
                    .close(expected, got, 1e-9);
            given("logits %s", show(logits))
                    .that(Arrays.equals(given, logits), "to find them as they were", "%s", show(given));
        }
    }
}
