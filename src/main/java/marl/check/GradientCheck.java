package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson07;
import marl.exercise.Lesson07.Batch;
import marl.exercise.Lesson07.Gradient;

/**
 * The check of 07-5. Each part asks where the other faults have no effect: ratios of 1, no bonus, ends after which both readings
 * agree. Two things are seen, in two halves of a batch that are alike but for what was seen and done, so that means and deviations
 * over each half are those over all.
 */
final class GradientCheck {
    private GradientCheck() {}

    static Checks<Gradient> checks() {
        return Checks.of(
                Lesson07.GRADIENT,
                part(
                        "old probabilities are old",
                        1,
                        "The ratio compares the policy now with the policy that drew the action: look at where the old"
                                + " log-probability comes from.",
                        (answer, cases) -> judge(answer, cases, Kind.RATIO)),
                part(
                        "the clip looks at the advantage's sign",
                        1,
                        "Outside the range the gradient is zero only on the side to which the advantage pushes.",
                        (answer, cases) -> judge(answer, cases, Kind.CLIP)),
                part(
                        "an episode ends with its own last observation",
                        1,
                        "After the clock's end the next entry of values belongs to another episode.",
                        (answer, cases) -> judge(answer, cases, Kind.ENDS)),
                part(
                        "one mean for the whole batch",
                        1,
                        "Take mean and deviation of the advantages over all steps, whatever was seen.",
                        (answer, cases) -> judge(answer, cases, Kind.MEANS)),
                part(
                        "the bonus is a bonus",
                        1,
                        "A loss is made small: the entropy, which shall be large, comes with a minus.",
                        (answer, cases) -> judge(answer, cases, Kind.BONUS)));
    }

    private enum Kind {
        RATIO,
        CLIP,
        ENDS,
        MEANS,
        BONUS
    }

    private static void judge(Gradient answer, Cases cases, Kind kind) {
        SplittableRandom random = cases.random(50 + kind.ordinal());
        for (int c = 0; c < cases.count(); c++) {
            int things = kind == Kind.MEANS ? random.nextInt(2, 4) : 2;
            int actions = 2 + c % 3;
            double[][] logits = new double[things][];
            Arrays.setAll(logits, s -> Draw.values(random, actions));
            for (double[] row : logits) {
                Arrays.setAll(row, j -> row[j] / 4);
            }
            Batch batch = drawn(random, kind, logits);
            double gamma = Draw.tenth(random, 0.5, 0.9);
            double epsilon = kind == Kind.RATIO ? 0.9 : 0.2;
            double bonus = kind == Kind.BONUS ? Draw.tenth(random, 0.1, 1) : 0;
            double[][] expected = gradient(logits, batch, gamma, epsilon, bonus);
            double[][] lentLogits = Draw.copy(logits);
            Batch lent = copy(batch);
            double[][] got = answer.of(lentLogits, lent, gamma, epsilon, bonus);
            String words = "logits " + show(logits) + ", " + words(batch) + ", gamma " + show(gamma) + ", epsilon "
                    + show(epsilon) + ", bonus " + show(bonus);
            given("%s", words).that(got != null && got.length == things, things + " rows", "%s", show(got));
            for (int s = 0; s < things; s++) {
                given("%s: the row of %d", words, s).close(expected[s], got[s], 1e-6);
            }
            given("%s", words)
                    .that(
                            Arrays.deepEquals(lentLogits, logits) && words(lent).equals(words(batch)),
                            "to find the logits and the batch as they were",
                            "logits %s, %s",
                            show(lentLogits),
                            words(lent));
        }
    }

    private static String words(Batch b) {
        return "seen " + Arrays.toString(b.seen()) + ", actions " + Arrays.toString(b.actions())
                + ", old log-probabilities "
                + show(b.oldLogProbabilities()) + ", rewards " + show(b.rewards()) + ", values " + show(b.values())
                + ", final values " + show(b.finalValues()) + ", terminated " + Arrays.toString(b.terminated())
                + ", truncated " + Arrays.toString(b.truncated());
    }

    private static Batch copy(Batch b) {
        return new Batch(
                b.seen().clone(),
                b.actions().clone(),
                b.oldLogProbabilities().clone(),
                b.rewards().clone(),
                b.values().clone(),
                b.finalValues().clone(),
                b.terminated().clone(),
                b.truncated().clone());
    }

    private static Batch drawn(SplittableRandom random, Kind kind, double[][] logits) {
        int half = random.nextInt(4, 7);
        boolean mirrored = kind != Kind.MEANS;
        int n = mirrored ? 2 * half : random.nextInt(6, 10);
        int[] seen = new int[n];
        int[] actions = new int[n];
        double[] old = new double[n];
        boolean[] terminated = new boolean[n];
        boolean[] truncated = new boolean[n];
        truncated[n - 1] = true;
        for (int t = 0; t < n; t++) {
            seen[t] = mirrored ? t / half : t < logits.length ? t : random.nextInt(logits.length);
            actions[t] = random.nextInt(logits[0].length);
            double now = Math.log(softmax(logits[seen[t]])[actions[t]]);
            double far = kind == Kind.CLIP ? 0.18 + 0.3 * random.nextDouble() : 0.1 + 0.3 * random.nextDouble();
            old[t] = kind == Kind.RATIO || kind == Kind.CLIP ? now - (random.nextBoolean() ? far : -far) : now;
        }
        double[] rewards = Draw.values(random, n);
        double[] values = Draw.values(random, n);
        double[] finals = Draw.values(random, n);
        if (mirrored) {
            for (int t = 0; t < half; t++) {
                truncated[t] = t == half - 1 || (kind == Kind.ENDS && t == 2);
                terminated[t] = kind == Kind.ENDS && t == 1;
                if (kind != Kind.ENDS && t == half - 1) {
                    finals[t] = values[0]; // what stands behind this half is what begins the next
                }
                rewards[t + half] = rewards[t];
                values[t + half] = values[t];
                finals[t + half] = finals[t];
                truncated[t + half] = truncated[t];
                terminated[t + half] = terminated[t];
            }
        }
        return new Batch(seen, actions, old, rewards, values, finals, terminated, truncated);
    }

    private static double[] softmax(double[] logits) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        return Arrays.stream(logits).map(x -> Math.exp(x) / sum).toArray();
    }

    private static double[] advantages(Batch b, double gamma) {
        int n = b.rewards().length;
        double[] a = new double[n];
        for (int t = 0; t < n; t++) {
            double next = b.terminated()[t] ? 0 : b.truncated()[t] ? b.finalValues()[t] : b.values()[t + 1];
            a[t] = b.rewards()[t] + gamma * next - b.values()[t];
        }
        double mean = Arrays.stream(a).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(a).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
        return Arrays.stream(a).map(x -> (x - mean) / deviation).toArray();
    }

    private static double[][] gradient(double[][] logits, Batch b, double gamma, double epsilon, double bonus) {
        double[][] slopes = new double[logits.length][logits[0].length];
        double[] advantages = advantages(b, gamma);
        int n = advantages.length;
        for (int t = 0; t < n; t++) {
            double[] p = softmax(logits[b.seen()[t]]);
            double ratio = Math.exp(Math.log(p[b.actions()[t]]) - b.oldLogProbabilities()[t]);
            double a = advantages[t];
            boolean held = a > 0 ? ratio > 1 + epsilon : ratio < 1 - epsilon;
            double entropy = -Arrays.stream(p).map(x -> x * Math.log(x)).sum();
            for (int j = 0; j < p.length; j++) {
                double score = (j == b.actions()[t] ? 1 : 0) - p[j];
                slopes[b.seen()[t]][j] -= (held ? 0 : ratio * a * score) / n;
                slopes[b.seen()[t]][j] += bonus * p[j] * (Math.log(p[j]) + entropy) / n;
            }
        }
        return slopes;
    }
}
