package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson06;
import marl.exercise.Lesson06.Mix;
import marl.exercise.Lesson06.Slopes;

/** The checks of lesson 06. */
final class Lesson06Checks {

    private Lesson06Checks() {}

    static List<Checks<?>> all() {
        return new Lesson06Checks().checks();
    }

    private List<Checks<?>> checks() {
        return List.of(NudgeCheck.checks(), mixCheck(), slopesCheck(), TableCheck.beyond(), TableCheck.misled());
    }

    private Checks<Mix> mixCheck() {
        return Checks.of(
                Lesson06.MIX,
                part(
                        "positive weights, no bending",
                        1,
                        "hidden[h] = b1[h] + sum over agents of |w1[agent][h]| * values[agent].",
                        this::positiveWeights),
                part(
                        "weights of both signs",
                        1,
                        "The absolute value belongs on both layers of weights.",
                        this::weightsOfBothSigns),
                part(
                        "biases of both signs, ELU below zero",
                        2,
                        "Biases keep their sign. ELU is x above 0 and exp(x) - 1 below.",
                        this::biasesOfBothSigns));
    }

    private Checks<Slopes> slopesCheck() {
        return Checks.of(
                Lesson06.SLOPES,
                part(
                        "above zero",
                        1,
                        "Where ELU is straight the slope is the sum of |w1[agent][h]| * |w2[h]|.",
                        this::aboveZero),
                part(
                        "below zero too",
                        2,
                        "The slope of ELU below 0 is exp(x), where x is what goes into it. Use the chain rule: measured"
                                + " slopes are not exact enough.",
                        this::belowZero),
                part(
                        "against finite differences",
                        1,
                        "Raise one value a little and see what the total does.",
                        this::finiteDifferences));
    }

    /** Raw outputs of hypernetworks. */
    record Drawn(double[] values, double[][] w1, double[] b1, double[] w2, double b2) {
        @Override
        public String toString() {
            return "values " + show(values) + ", w1 " + show(w1) + ", b1 " + show(b1) + ", w2 " + show(w2) + ", b2 "
                    + show(b2);
        }

        Drawn copy() {
            return new Drawn(values.clone(), Draw.copy(w1), b1.clone(), w2.clone(), b2);
        }

        double hidden(int h, double[] at) {
            double x = b1[h];
            for (int i = 0; i < at.length; i++) {
                x += Math.abs(w1[i][h]) * at[i];
            }
            return x;
        }

        double total(double[] at) {
            double total = b2;
            for (int h = 0; h < b1.length; h++) {
                double x = hidden(h, at);
                total += Math.abs(w2[h]) * (x > 0 ? x : Math.expm1(x));
            }
            return total;
        }

        double[] slopes() {
            double[] slopes = new double[values.length];
            for (int i = 0; i < slopes.length; i++) {
                for (int h = 0; h < b1.length; h++) {
                    double x = hidden(h, values);
                    slopes[i] += Math.abs(w2[h]) * (x > 0 ? 1 : Math.exp(x)) * Math.abs(w1[i][h]);
                }
            }
            return slopes;
        }
    }

    /** Kind 1: all above 0; kind 2: weights of both signs; kind 3: everything of both signs. */
    private static Drawn drawn(SplittableRandom random, int kind) {
        int agents = random.nextInt(1, 5);
        int hidden = random.nextInt(1, 5);
        double least = kind == 3 ? -2 : 0.1;
        double[][] w1 = new double[agents][hidden];
        double[] values = new double[agents];
        for (int i = 0; i < agents; i++) {
            values[i] = Draw.tenth(random, least, 2);
            for (int h = 0; h < hidden; h++) {
                w1[i][h] = Draw.tenth(random, kind == 1 ? 0.1 : -2, 2);
            }
        }
        double[] b1 = new double[hidden];
        double[] w2 = new double[hidden];
        for (int h = 0; h < hidden; h++) {
            b1[h] = Draw.tenth(random, kind == 3 ? -3 : 0.1, 2);
            w2[h] = Draw.tenth(random, kind == 1 ? 0.1 : -2, 2);
        }
        return new Drawn(values, w1, b1, w2, Draw.tenth(random, kind == 3 ? -3 : 0, 3));
    }

    private void positiveWeights(Mix answer, Cases cases) {
        mix(answer, cases, 1);
    }

    private void weightsOfBothSigns(Mix answer, Cases cases) {
        mix(answer, cases, 2);
    }

    private void biasesOfBothSigns(Mix answer, Cases cases) {
        mix(answer, cases, 3);
    }

    private static void mix(Mix answer, Cases cases, int kind) {
        SplittableRandom random = cases.random(10 + kind);
        for (int c = 0; c < cases.count(); c++) {
            Drawn d = drawn(random, kind);
            Drawn lent = d.copy();
            double got = answer.total(lent.values, lent.w1, lent.b1, lent.w2, lent.b2);
            given("%s", d).close(d.total(d.values), got, 1e-9);
            unchanged(d, lent);
        }
    }

    private void aboveZero(Slopes answer, Cases cases) {
        slopes(answer, cases, 1);
    }

    private void belowZero(Slopes answer, Cases cases) {
        slopes(answer, cases, 3);
    }

    private static void slopes(Slopes answer, Cases cases, int kind) {
        SplittableRandom random = cases.random(20 + kind);
        for (int c = 0; c < cases.count(); c++) {
            Drawn d = drawn(random, kind);
            Drawn lent = d.copy();
            given("%s", d).close(d.slopes(), answer.slopes(lent.values, lent.w1, lent.b1, lent.w2), 1e-12);
            unchanged(d, lent);
        }
    }

    private static void unchanged(Drawn before, Drawn after) {
        given("%s", before)
                .that(before.toString().equals(after.toString()), "to find the arrays as they were", "%s", after);
    }

    /** A central difference of 1e-5 is off by about 1e-9 for curves this gentle; ELU's corner adds up to 1e-5. */
    private void finiteDifferences(Slopes answer, Cases cases) {
        SplittableRandom random = cases.random(30);
        for (int c = 0; c < cases.count(); c++) {
            Drawn d = drawn(random, 3);
            double[] measured = new double[d.values.length];
            for (int i = 0; i < measured.length; i++) {
                double[] up = d.values.clone();
                double[] down = d.values.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                measured[i] = (d.total(up) - d.total(down)) / 2e-5;
            }
            given("%s; measured with steps of 0.00001", d)
                    .close(
                            measured,
                            answer.slopes(d.values.clone(), Draw.copy(d.w1), d.b1.clone(), d.w2.clone()),
                            1e-3);
        }
    }
}
