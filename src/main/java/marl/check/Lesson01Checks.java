package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson01;
import marl.exercise.Lesson01.BestResponses;
import marl.exercise.Lesson01.NashConv;
import marl.exercise.Lesson01.RockEquilibrium;
import marl.exercise.Lesson01.SettingOf;
import marl.game.BestResponse;
import marl.game.MatrixGame;

/** The checks of lesson 01. Expected values come from the library, which has its own oracles, or from arithmetic. */
final class Lesson01Checks {

    private Lesson01Checks() {}

    static List<Checks<?>> all() {
        return new Lesson01Checks().checks();
    }

    private List<Checks<?>> checks() {
        return List.of(settingCheck(), bestResponseCheck(), nashConvCheck(), rockEquilibriumCheck());
    }

    private Checks<SettingOf> settingCheck() {
        return Checks.of(
                Lesson01.SETTING,
                part(
                        "games of each kind",
                        1,
                        "Cooperative: both get the same everywhere. Competitive: the two payoffs add up"
                                + " to the same number everywhere. Mixed: all else.",
                        this::settings),
                part(
                        "a constant sum that is not 0",
                        0.5,
                        "Competitive means a constant sum; 0 is one constant among many.",
                        this::constantSum),
                part("one cell that spoils it", 0.5, "Look at every cell, and at small differences.", this::oneCell));
    }

    private Checks<BestResponses> bestResponseCheck() {
        return Checks.of(
                Lesson01.BEST_RESPONSE,
                part(
                        "one best response",
                        2,
                        "The expected payoff of action i is the sum over j of payoff[i][j] * opponent[j].",
                        this::bestResponse),
                part(
                        "all of several",
                        1,
                        "Return every action within 1e-9 of the best, in order.",
                        this::allBestResponses),
                part(
                        "more columns than rows, and fewer",
                        1,
                        "Rows are your actions, columns the opponent's.",
                        this::shapes));
    }

    private Checks<NashConv> nashConvCheck() {
        return Checks.of(
                Lesson01.NASH_CONV,
                part(
                        "known values",
                        2,
                        "At an equilibrium nobody gains by deviating: 0. (Rock, Rock): each player gains 1 by switching"
                                + " to paper, together 2.",
                        this::knownValues),
                part(
                        "any bimatrix game",
                        2,
                        "The column player's payoff is column[i][j], and it chooses j: for its deviations"
                                + " fix x and go through the columns.",
                        this::anyGame));
    }

    private Checks<RockEquilibrium> rockEquilibriumCheck() {
        return Checks.of(
                Lesson01.ROCK_EQUILIBRIUM,
                part(
                        "win = 1 and win = 2",
                        1,
                        "At the equilibrium rock, paper and scissors all earn the same.",
                        this::rockKnown),
                part(
                        "any win",
                        2,
                        "Three unknowns: two equalities of expected payoffs, and the probabilities add up to 1.",
                        this::rockAny));
    }

    private static void is(SettingOf answer, String expected, double[][] row, double[][] column) {
        double[][] lentRow = Draw.copy(row);
        double[][] lentColumn = Draw.copy(column);
        String got = answer.setting(lentRow, lentColumn);
        given("row player %s, column player %s", show(row), show(column))
                .that(expected.equals(got), show(expected), "%s", show(got));
        unchanged("row player", row, lentRow);
        unchanged("column player", column, lentColumn);
    }

    private static void unchanged(String name, double[][] before, double[][] after) {
        given("%s %s", name, show(before)).unchanged(before, after);
    }

    private void settings(SettingOf answer, Cases cases) {
        double[][] dilemma = {{3, 0}, {5, 1}};
        double[][] pennies = {{1, -1}, {-1, 1}};
        is(answer, "mixed", dilemma, new double[][] {{3, 5}, {0, 1}});
        is(answer, "competitive", pennies, new double[][] {{-1, 1}, {1, -1}});
        is(answer, "cooperative", pennies, pennies);
        double[][] allAlike = {{2, 2}, {2, 2}};
        is(answer, "cooperative", allAlike, allAlike);
        is(answer, "cooperative", new double[][] {{0.1 + 0.2, 1}}, new double[][] {{0.3, 1}});
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            double[][] payoffs = Draw.payoffs(random, random.nextInt(2, 4), random.nextInt(2, 4));
            payoffs[0][0] = 10;
            is(answer, "cooperative", payoffs, payoffs);
            is(answer, "competitive", payoffs, affine(payoffs, -1, 0));
            is(answer, "mixed", payoffs, affine(payoffs, 2, 1));
        }
    }

    private static double[][] affine(double[][] payoffs, double factor, double plus) {
        double[][] result = Draw.copy(payoffs);
        for (double[] row : result) {
            for (int j = 0; j < row.length; j++) {
                row[j] = factor * row[j] + plus;
            }
        }
        return result;
    }

    private void constantSum(SettingOf answer, Cases cases) {
        is(answer, "competitive", new double[][] {{7, 2}, {4, 5}}, new double[][] {{3, 8}, {6, 5}});
    }

    private void oneCell(SettingOf answer, Cases cases) {
        SplittableRandom random = cases.random(6);
        for (int c = 0; c < cases.count(); c++) {
            double[][] payoffs = Draw.payoffs(random, random.nextInt(2, 5), random.nextInt(2, 5));
            boolean alike = random.nextBoolean();
            double[][] other = affine(payoffs, alike ? 1 : -1, 0);
            payoffs[0][0] = 10;
            other[0][0] = alike ? 10 : -10;
            is(answer, alike ? "cooperative" : "competitive", payoffs, other);
            int spoilt = random.nextInt(payoffs.length);
            other[spoilt][random.nextInt(other[spoilt].length)] += random.nextBoolean() ? 0.01 : 5;
            is(answer, "mixed", payoffs, other);
        }
    }

    private static int[] expected(double[][] payoff, double[] opponent) {
        MatrixGame game = MatrixGame.bimatrix("drawn", names(payoff.length), names(opponent.length), payoff, payoff);
        return BestResponse.against(game, 0, opponent).actions().stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "action " + i).toArray(String[]::new);
    }

    private static void same(BestResponses answer, double[][] payoff, double[] opponent) {
        double[][] lent = Draw.copy(payoff);
        given("payoff %s, opponent %s", show(payoff), show(opponent))
                .same(expected(payoff, opponent), answer.bestResponses(lent, opponent.clone()));
        unchanged("payoff", payoff, lent);
    }

    private void bestResponse(BestResponses answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            int actions = random.nextInt(2, 5);
            double[][] payoff = Draw.payoffs(random, actions, actions);
            double[] opponent = Draw.mix(random, actions);
            if (expected(payoff, opponent).length == 1) {
                same(answer, payoff, opponent);
            }
        }
    }

    private void allBestResponses(BestResponses answer, Cases cases) {
        same(answer, new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}}, new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3});
        same(answer, new double[][] {{1, 1}, {0, 0}, {1, 1}}, new double[] {0.5, 0.5});
        same(answer, new double[][] {{4, 0}, {3, 3}, {0, 6}}, new double[] {0.75, 0.25});
        same(answer, new double[][] {{0.1 + 0.2, 0}, {0.3, 0}}, new double[] {1, 0});
    }

    private void shapes(BestResponses answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        for (int c = 0; c < cases.count(); c++) {
            int columns = c % 2 == 0 ? 4 : 2;
            same(answer, Draw.payoffs(random, 6 - columns, columns), Draw.mix(random, columns));
        }
    }

    private static void same(
            NashConv answer, double expected, double[][] row, double[][] column, double[] x, double[] y) {
        double[][] lentRow = Draw.copy(row);
        double[][] lentColumn = Draw.copy(column);
        double[][] lentMixes = {x.clone(), y.clone()};
        double got = answer.nashConv(lentRow, lentColumn, lentMixes[0], lentMixes[1]);
        given("row player %s, column player %s, x = %s, y = %s", show(row), show(column), show(x), show(y))
                .close(expected, got, 1e-9);
        unchanged("row player", row, lentRow);
        unchanged("column player", column, lentColumn);
        unchanged("x and y", new double[][] {x, y}, lentMixes);
    }

    private static void zeroAtEquilibria(NashConv answer) {
        double third = 1.0 / 3;
        double[] uniform = {third, third, third};
        double[][] rps = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};
        same(answer, 0, rps, affine(rps, -1, 0), uniform, uniform);
        same(answer, 0, new double[][] {{3, 0}, {5, 1}}, new double[][] {{3, 5}, {0, 1}}, pure(2, 1), pure(2, 1));
        double[][] hunt = {{4, 0}, {3, 3}};
        double[] mix = {0.75, 0.25};
        same(answer, 0, hunt, new double[][] {{4, 3}, {0, 3}}, mix, mix);
    }

    private static double[] pure(int actions, int action) {
        double[] pure = new double[actions];
        pure[action] = 1;
        return pure;
    }

    private void knownValues(NashConv answer, Cases cases) {
        zeroAtEquilibria(answer);
        double[][] rps = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};
        same(answer, 2, rps, affine(rps, -1, 0), pure(3, 0), pure(3, 0));
        same(answer, 2, rps, affine(rps, -1, 0), pure(3, 0), pure(3, 1));
        same(answer, 4, new double[][] {{3, 0}, {5, 1}}, new double[][] {{3, 5}, {0, 1}}, pure(2, 0), pure(2, 0));
    }

    private void anyGame(NashConv answer, Cases cases) {
        SplittableRandom random = cases.random(4);
        for (int c = 0; c < cases.count(); c++) {
            int rows = random.nextInt(2, 5);
            int columns = random.nextInt(2, 5);
            double[][] row = Draw.payoffs(random, rows, columns);
            double[][] column = Draw.payoffs(random, rows, columns);
            double[] x = Draw.mix(random, rows);
            double[] y = Draw.mix(random, columns);
            MatrixGame game = MatrixGame.bimatrix("drawn", names(rows), names(columns), row, column);
            same(answer, marl.game.NashConv.of(game, x, y), row, column, x, y);
        }
    }

    private static void rock(RockEquilibrium answer, double win) {
        double[] expected = {1 / (2 + win), win / (2 + win), 1 / (2 + win)};
        given("win = %s", show(win)).close(expected, answer.equilibrium(win), 1e-9);
    }

    private void rockKnown(RockEquilibrium answer, Cases cases) {
        rock(answer, 1);
        rock(answer, 2);
    }

    private void rockAny(RockEquilibrium answer, Cases cases) {
        SplittableRandom random = cases.random(5);
        for (int c = 0; c < cases.count(); c++) {
            rock(answer, Draw.tenth(random, 0.1, 9));
        }
    }
}
