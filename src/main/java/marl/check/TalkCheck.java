package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson08;
import marl.exercise.Lesson08.Talk;
import marl.exercise.Lesson08.TalkGradient;

/** The check of 08-5. Each part asks where the faults of the other parts do no harm, save that messages want all of them right. */
final class TalkCheck {
    private TalkCheck() {}

    static Checks<TalkGradient> checks() {
        return Checks.of(
                Lesson08.TALK_GRADIENT,
                part(
                        "alone in the world",
                        1,
                        "Who is alone hears zero: the mean of nobody must not be 0/0.",
                        (answer, cases) -> judge(answer, cases, Kind.ALONE)),
                part(
                        "nobody hears oneself",
                        1,
                        "The mean is over the others, and their number is one less than all.",
                        (answer, cases) -> judge(answer, cases, Kind.OTHERS)),
                part(
                        "memories end with their episode, in each world",
                        1,
                        "Where an episode begins the memory is what is seen now; and every world has memories of its own.",
                        (answer, cases) -> judge(answer, cases, Kind.MEMORY)),
                part(
                        "the slope of what is said",
                        2,
                        "A listener's error depends on the speaker's weight: the message's own slope, (1 - m * m) times"
                                + " the speaker's memory, belongs into the gradient.",
                        (answer, cases) -> judge(answer, cases, Kind.SPEECH)));
    }

    private enum Kind {
        ALONE,
        OTHERS,
        MEMORY,
        SPEECH
    }

    private static void judge(TalkGradient answer, Cases cases, Kind kind) {
        SplittableRandom random = cases.random(50 + kind.ordinal());
        for (int c = 0; c < cases.count(); c++) {
            boolean several = kind == Kind.MEMORY || kind == Kind.SPEECH;
            int agents = kind == Kind.ALONE ? 1 : kind == Kind.OTHERS ? random.nextInt(2, 8) : random.nextInt(2, 5);
            agents = kind == Kind.SPEECH && c % 10 == 9 ? 1 : agents;
            int worlds = several ? random.nextInt(1, 4) : 1;
            int steps = several ? random.nextInt(2, 5) : 1;
            Talk talk = talk(random, worlds, steps, agents);
            double keep = c % 10 == 7 ? 0 : c % 10 == 8 ? 1 : Draw.tenth(random, 0.2, 0.9);
            double speak = (c % 3 == 2 ? -1 : 1) * Draw.tenth(random, 0.2, 1.5);
            double own = Draw.tenth(random, -2, 2);
            double other = kind == Kind.MEMORY ? 0 : Draw.tenth(random, -2, 2);
            double[] expected = gradient(keep, speak, own, other, talk);
            Talk lent = copy(talk);
            double[] got = answer.of(keep, speak, own, other, lent);
            var asked = given(
                    "keep %s, speak %s, own %s, other %s, seen %s, begins %s, targets %s: slopes by speak, own, other",
                    show(keep),
                    show(speak),
                    show(own),
                    show(other),
                    show(talk.seen()),
                    Arrays.deepToString(talk.begins()),
                    show(talk.targets()));
            asked.that(got != null && got.length == 3, "three numbers", "%s", show(got));
            double[] judged = got.clone();
            if (kind != Kind.SPEECH) {
                judged[0] = expected[0];
            }
            if (kind == Kind.MEMORY) {
                judged[2] = expected[2];
            }
            asked.close(expected, judged, 1e-9);
            asked.unchanged(
                    new Object[] {talk.seen(), talk.begins(), talk.targets()},
                    new Object[] {lent.seen(), lent.begins(), lent.targets()});
        }
    }

    private static Talk talk(SplittableRandom random, int worlds, int steps, int agents) {
        double[][][] seen = new double[worlds][steps][agents];
        double[][][] targets = new double[worlds][steps][agents];
        boolean[][] begins = new boolean[worlds][steps];
        for (int w = 0; w < worlds; w++) {
            int second = random.nextInt(1, steps + 1);
            for (int t = 0; t < steps; t++) {
                begins[w][t] = t == 0 || t == second;
                for (int i = 0; i < agents; i++) {
                    seen[w][t][i] = Draw.tenth(random, -2, 2);
                    targets[w][t][i] = Draw.tenth(random, -3, 3);
                }
            }
        }
        return new Talk(seen, begins, targets);
    }

    private static Talk copy(Talk talk) {
        boolean[][] begins = new boolean[talk.begins().length][];
        Arrays.setAll(begins, w -> talk.begins()[w].clone());
        return new Talk(copy(talk.seen()), begins, copy(talk.targets()));
    }

    private static double[][][] copy(double[][][] numbers) {
        double[][][] copies = new double[numbers.length][][];
        Arrays.setAll(copies, w -> Draw.copy(numbers[w]));
        return copies;
    }

    /** From the speaker's side, where an answer will most likely go through the listeners. */
    private static double[] gradient(double keep, double speak, double own, double other, Talk talk) {
        double[] slopes = new double[3];
        double count = (double) talk.seen().length * talk.seen()[0].length * talk.seen()[0][0].length;
        for (int w = 0; w < talk.seen().length; w++) {
            double[] memory = new double[talk.seen()[w][0].length];
            int n = memory.length;
            for (int t = 0; t < talk.seen()[w].length; t++) {
                double spoken = 0;
                for (int i = 0; i < n; i++) {
                    memory[i] = talk.seen()[w][t][i] + (talk.begins()[w][t] ? 0 : keep * memory[i]);
                    spoken += Math.tanh(speak * memory[i]);
                }
                double[] errors = new double[n];
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    double heard = n == 1 ? 0 : (spoken - Math.tanh(speak * memory[i])) / (n - 1);
                    errors[i] = 2 * (own * memory[i] + other * heard - talk.targets()[w][t][i]) / count;
                    sum += errors[i];
                    slopes[1] += errors[i] * memory[i];
                    slopes[2] += errors[i] * heard;
                }
                for (int j = 0; j < n && n > 1; j++) {
                    double message = Math.tanh(speak * memory[j]);
                    slopes[0] += other * (sum - errors[j]) / (n - 1) * (1 - message * message) * memory[j];
                }
            }
        }
        return slopes;
    }
}
