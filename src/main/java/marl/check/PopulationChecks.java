package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson10;
import marl.exercise.Lesson10.Joining;
import marl.exercise.Lesson10.Rating;

/** The checks of 10-6 and 10-7, populations of players. */
final class PopulationChecks {

    private PopulationChecks() {}

    static Checks<Rating> elo() {
        return Checks.of(
                Lesson10.ELO,
                part(
                        "between equals",
                        1,
                        "Equal ratings promise half a point: a win is worth k / 2, a draw nothing.",
                        PopulationChecks::equals),
                part(
                        "any two players",
                        2,
                        "The promise to the player is 1 / (1 + 10^((the opponent's rating - the player's) / 400)); what"
                                + " one gains the other loses.",
                        PopulationChecks::anyPlayers));
    }

    static Checks<Joining> join() {
        return Checks.of(
                Lesson10.JOIN,
                part(
                        "best responses join",
                        2,
                        "The best row of ALL rows against the columns' mixture; the column that leaves the row player"
                                + " least against the rows' mixture.",
                        PopulationChecks::best),
                part(
                        "who gains nothing stays away",
                        1,
                        "Compare with what the two mixtures pay each other.",
                        PopulationChecks::nothing));
    }

    private static void equals(Rating answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            double[] ratings = new double[random.nextInt(2, 5)];
            Arrays.fill(ratings, 100 * random.nextInt(10, 21));
            rate(answer, random, ratings);
        }
    }

    private static void anyPlayers(Rating answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            double[] ratings = new double[random.nextInt(2, 5)];
            Arrays.setAll(ratings, k -> random.nextInt(1_000, 2_000));
            rate(answer, random, ratings);
        }
    }

    private static void rate(Rating answer, SplittableRandom random, double[] ratings) {
        int player = random.nextInt(ratings.length);
        int opponent = (player + 1 + random.nextInt(ratings.length - 1)) % ratings.length;
        double score = random.nextInt(3) / 2.0;
        double k = random.nextInt(8, 41);
        double promised = 1 / (1 + Math.pow(10, (ratings[opponent] - ratings[player]) / 400));
        double[] expected = ratings.clone();
        expected[player] += k * (score - promised);
        expected[opponent] -= k * (score - promised);
        double[] lent = ratings.clone();
        given(
                        "ratings %s, player %d against %d, score %s, k = %s",
                        show(ratings), player, opponent, show(score), show(k))
                .close(expected, answer.rate(lent, player, opponent, score, k), 1e-6);
        given("ratings %s", show(ratings)).unchanged(ratings, lent);
    }

    private static void best(Joining answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        for (int c = 0; c < cases.count(); c++) {
            Populations drawn;
            do {
                double[][] payoff = Draw.payoffs(random, random.nextInt(3, 6), random.nextInt(3, 6));
                int[] rows = some(random, payoff.length);
                int[] columns = some(random, payoff[0].length);
                drawn = new Populations(
                        payoff, rows, Draw.mix(random, rows.length), columns, Draw.mix(random, columns.length));
            } while (!drawn.clear());
            drawn.ask(answer);
        }
    }

    /** A cell that is least in its row and largest in its column is an equilibrium. Now and then a row is moved away from it. */
    private static void nothing(Joining answer, Cases cases) {
        SplittableRandom random = cases.random(4);
        for (int c = 0; c < cases.count(); c++) {
            Populations drawn;
            do {
                double[][] payoff = Draw.payoffs(random, random.nextInt(2, 5), random.nextInt(2, 5));
                int row = random.nextInt(payoff.length);
                int column = random.nextInt(payoff[0].length);
                saddle(payoff, row, column);
                int[] rows = {c % 3 == 0 ? random.nextInt(payoff.length) : row};
                if (c % 3 == 1) {
                    payoff[(row + 1) % payoff.length][column] = payoff[row][column] + 5e-10; // no gain worth a row
                }
                drawn = new Populations(payoff, rows, new double[] {1}, new int[] {column}, new double[] {1});
            } while (!drawn.clear());
            drawn.ask(answer);
        }
    }

    private static void saddle(double[][] payoff, int row, int column) {
        double value = payoff[row][column];
        for (double[] line : payoff) {
            line[column] = Math.min(line[column], value);
        }
        Arrays.setAll(payoff[row], k -> Math.max(payoff[row][k], value));
    }

    /** Some of 0 to count - 1, not all, in any order. */
    private static int[] some(SplittableRandom random, int count) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, new Random(random.nextLong()));
        return order.stream().limit(random.nextInt(1, count)).mapToInt(k -> k).toArray();
    }

    private record Populations(double[][] payoff, int[] rows, double[] rowMix, int[] columns, double[] columnMix) {

        /** What each row pays against the columns' mixture. */
        double[] byRow() {
            return Arrays.stream(payoff)
                    .mapToDouble(line -> IntStream.range(0, columns.length)
                            .mapToDouble(k -> line[columns[k]] * columnMix[k])
                            .sum())
                    .toArray();
        }

        /** What each column takes from the row player, against the rows' mixture. */
        double[] byColumn() {
            return IntStream.range(0, payoff[0].length)
                    .mapToDouble(c -> -IntStream.range(0, rows.length)
                            .mapToDouble(k -> payoff[rows[k]][c] * rowMix[k])
                            .sum())
                    .toArray();
        }

        double now() {
            double[] byRow = byRow();
            return IntStream.range(0, rows.length)
                    .mapToDouble(k -> rowMix[k] * byRow[rows[k]])
                    .sum();
        }

        /** Whether rounding cannot decide who joins. */
        boolean clear() {
            return clear(byRow(), now()) && clear(byColumn(), -now());
        }

        private static boolean clear(double[] pays, double now) {
            double[] sorted = Arrays.stream(pays).sorted().toArray();
            double best = sorted[sorted.length - 1];
            return best < now + 6e-10 || best > now + 1e-3 && best > sorted[sorted.length - 2] + 1e-3;
        }

        private static int joins(double[] pays, double now) {
            int best = IntStream.range(0, pays.length).reduce(0, (b, k) -> pays[k] > pays[b] ? k : b);
            return pays[best] > now + 1e-9 ? best : -1;
        }

        void ask(Joining answer) {
            int[] expected = {joins(byRow(), now()), joins(byColumn(), -now())};
            Populations lent = new Populations(
                    Draw.copy(payoff), rows.clone(), rowMix.clone(), columns.clone(), columnMix.clone());
            given("%s", this)
                    .same(expected, answer.join(lent.payoff, lent.rows, lent.rowMix, lent.columns, lent.columnMix));
            given("%s", this).that(lent.toString().equals(toString()), "to find the arrays as they were", "%s", lent);
        }

        @Override
        public String toString() {
            return String.format(
                    "payoffs %s, rows %s played with %s, columns %s played with %s",
                    show(payoff), Arrays.toString(rows), show(rowMix), Arrays.toString(columns), show(columnMix));
        }
    }
}
