package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson12;
import marl.exercise.Lesson12.Threshold;
import marl.exercise.Lesson12.Value;
import marl.game.MatrixGame;
import marl.game.MemoryOne;
import marl.game.MemoryOneValue;

/** The checks of lesson 12. */
final class Lesson12Checks {

    private static final double[] STANDARD = {3, 0, 5, 1};

    private Lesson12Checks() {}

    static List<Checks<?>> all() {
        return new Lesson12Checks().checks();
    }

    private List<Checks<?>> checks() {
        return List.of(valueCheck(), thresholdCheck(), EntryCheck.checks(), PairCheck.checks());
    }

    private Checks<Value> valueCheck() {
        return Checks.of(
                Lesson12.VALUE,
                part(
                        "tit-for-tat and always defect",
                        1,
                        "The first round comes from both players' start probabilities. What is CD to one is DC to the other."
                                + " The sum is taken times 1 - gamma, to the end.",
                        this::simple),
                part(
                        "any two strategies",
                        2,
                        "What is CD to the first player is DC to the second: swap the two middle entries of"
                                + " the second player's probabilities.",
                        this::anyPair),
                part("no future", 1, "With a discount of 0 only the first round counts.", this::noFuture));
    }

    private Checks<Threshold> thresholdCheck() {
        return Checks.of(
                Lesson12.THRESHOLD,
                part(
                        "the lesson's payoffs, and any",
                        2,
                        "Cooperating for ever earns R / (1 - gamma); defecting now earns T once and P from then on.",
                        this::grim));
    }

    private static void compare(Value answer, double[] first, double[] second, double[] payoffs, double gamma) {
        MatrixGame game = MatrixGame.symmetric("game", new String[] {"C", "D"}, new double[][] {
            {payoffs[0], payoffs[1]}, {payoffs[2], payoffs[3]}
        });
        double expected = MemoryOneValue.of(game, MemoryOne.of(first), MemoryOne.of(second), gamma)
                .perRound(0);
        double[][] lent = {first.clone(), second.clone(), payoffs.clone()};
        String given = String.format(
                "first %s, second %s, payoffs %s, gamma %s", show(first), show(second), show(payoffs), show(gamma));
        given("%s", given).close(expected, answer.perRound(lent[0], lent[1], lent[2], gamma), 1e-9);
        given("%s", given).unchanged(new double[][] {first, second, payoffs}, lent);
    }

    private void simple(Value answer, Cases cases) {
        double[] titForTat = {1, 1, 0, 1, 0};
        double[] defect = new double[5];
        compare(answer, titForTat, titForTat, STANDARD, 0.96);
        compare(answer, defect, titForTat, STANDARD, 0.96);
        compare(answer, titForTat, defect, STANDARD, 0.96);
    }

    private static double[] draw(SplittableRandom random) {
        double[] p = new double[5];
        for (int k = 0; k < 5; k++) {
            p[k] = Draw.tenth(random, 0, 1);
        }
        return p;
    }

    private void anyPair(Value answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            double gamma = c % 5 == 4 ? 0.999 : Draw.tenth(random, 0.1, 0.9);
            compare(answer, draw(random), draw(random), Draw.values(random, 4), gamma);
        }
    }

    private void noFuture(Value answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            compare(answer, draw(random), draw(random), Draw.values(random, 4), 0);
        }
    }

    private void grim(Threshold answer, Cases cases) {
        given("temptation 5, reward 3, punishment 1").close(0.5, answer.grim(5, 3, 1), 1e-9);
        SplittableRandom random = cases.random(3);
        for (int c = 0; c < cases.count(); c++) {
            double p = Draw.tenth(random, -3, 3);
            double r = p + Draw.tenth(random, 0.1, 3);
            double t = r + Draw.tenth(random, 0.1, 3);
            given("temptation %s, reward %s, punishment %s", show(t), show(r), show(p))
                    .close((t - r) / (t - p), answer.grim(t, r, p), 1e-9);
        }
    }
}
