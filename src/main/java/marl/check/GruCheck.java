package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson08;
import marl.exercise.Lesson08.GruStep;

/** The check of 08-1. A gate is set open or shut by a bias of 40, which leaves less than 1e-17. */
final class GruCheck {

    private static final double WIDE = 40;

    private GruCheck() {}

    static Checks<GruStep> checks() {
        return Checks.of(
                Lesson08.GRU_STEP,
                part(
                        "new content, both gates out of the way",
                        1,
                        "With the update gate at 0 the next state is the new content: tanh of all products and biases.",
                        (answer, cases) -> judge(answer, cases, 1, false, false)),
                part(
                        "the reset gate",
                        1,
                        "The reset gate multiplies the hidden state's product together with its bias, and nothing else.",
                        (answer, cases) -> judge(answer, cases, 2, true, false)),
                part(
                        "the update gate",
                        1,
                        "The update gate says how much of the OLD state stays.",
                        (answer, cases) -> judge(answer, cases, 3, false, true)),
                part(
                        "all together",
                        1,
                        "Rows come as reset, update, new content; gates are sigmoids; leave the arrays as they are.",
                        (answer, cases) -> judge(answer, cases, 4, true, true)));
    }

    private static void judge(GruStep answer, Cases cases, int purpose, boolean resets, boolean updates) {
        SplittableRandom random = cases.random(purpose);
        for (int c = 0; c < cases.count(); c++) {
            int n = c == 0 ? 1 : c == 2 ? 9 : random.nextInt(1, 5);
            int inputs = c == 1 ? 1 : random.nextInt(1, 4);
            double[][] in = rows(random, 3 * n, inputs);
            double[][] hidden = rows(random, 3 * n, n);
            double[] inBias = halves(random, 3 * n);
            double[] hiddenBias = halves(random, 3 * n);
            for (int i = 0; i < n; i++) {
                inBias[i] += resets ? 0 : WIDE;
                inBias[n + i] -= updates ? 0 : WIDE;
            }
            double[] x = halves(random, inputs);
            double[] h = halves(random, n);
            double[] expected = step(x, h, in, hidden, inBias, hiddenBias);
            double[][] lent = {x.clone(), h.clone(), inBias.clone(), hiddenBias.clone()};
            double[][] lentIn = Draw.copy(in);
            double[][] lentHidden = Draw.copy(hidden);
            double[] got = answer.of(lent[0], lent[1], lentIn, lentHidden, lent[2], lent[3]);
            given(
                            "x %s, h %s, input weights %s, hidden weights %s, input bias %s, hidden bias %s",
                            show(x), show(h), show(in), show(hidden), show(inBias), show(hiddenBias))
                    .close(expected, got, 1e-9);
            given("x, h and the two biases").unchanged(new double[][] {x, h, inBias, hiddenBias}, lent);
            given("the weights").unchanged(new double[][][] {in, hidden}, new double[][][] {lentIn, lentHidden});
        }
    }

    private static double[] step(
            double[] x, double[] h, double[][] in, double[][] hidden, double[] inBias, double[] hiddenBias) {
        int n = h.length;
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
            double reset = sigmoid(dot(in[i], x) + inBias[i] + dot(hidden[i], h) + hiddenBias[i]);
            double update = sigmoid(dot(in[n + i], x) + inBias[n + i] + dot(hidden[n + i], h) + hiddenBias[n + i]);
            double content = Math.tanh(dot(in[2 * n + i], x)
                    + inBias[2 * n + i]
                    + reset * (dot(hidden[2 * n + i], h) + hiddenBias[2 * n + i]));
            next[i] = (1 - update) * content + update * h[i];
        }
        return next;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] halves(SplittableRandom random, int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> Draw.tenth(random, -1.5, 1.5));
        return values;
    }

    private static double[][] rows(SplittableRandom random, int rows, int columns) {
        double[][] values = new double[rows][];
        Arrays.setAll(values, i -> halves(random, columns));
        return values;
    }
}
