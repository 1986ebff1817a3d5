package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson08;
import marl.exercise.Lesson08.Heard;
import marl.exercise.Lesson08.TellOn;
import marl.exercise.Lesson08.Wire;

/** The checks of lesson 08 that fit on a page; {@link GruCheck} and {@link TalkCheck} have the others. */
final class Lesson08Checks {

    private Lesson08Checks() {}

    static List<Checks<?>> all() {
        return List.of(GruCheck.checks(), tellOn(), heard(), wire(), TalkCheck.checks());
    }

    private static Checks<TellOn> tellOn() {
        return Checks.of(
                Lesson08.TELL_ON,
                part(
                        "three prisoners",
                        1,
                        "The reward is 1 with the probability that all have been in the room by then, else -1.",
                        (answer, cases) -> judgeTelling(answer, cases, 3, 3)),
                part(
                        "any number of them",
                        2,
                        "Go day by day: keep the probability of each number of prisoners who have been there.",
                        (answer, cases) -> judgeTelling(answer, cases, 1, 9)));
    }

    private static void judgeTelling(TellOn answer, Cases cases, int fewest, int most) {
        SplittableRandom random = cases.random(most);
        for (int c = 0; c < cases.count(); c++) {
            int prisoners = random.nextInt(fewest, most + 1);
            int day = random.nextInt(1, 4 * prisoners + 2);
            given("%d prisoners, day %d", prisoners, day)
                    .close(2 * allHaveBeen(prisoners, day) - 1, answer.of(prisoners, day), 1e-9);
        }
    }

    /** By inclusion and exclusion, since answers go day by day. */
    private static double allHaveBeen(int prisoners, int days) {
        double sum = 0;
        double choose = 1;
        for (int missing = 0; missing <= prisoners; missing++) {
            sum += (missing % 2 == 0 ? 1 : -1) * choose * Math.pow(1 - missing / (double) prisoners, days);
            choose = choose * (prisoners - missing) / (missing + 1);
        }
        return sum;
    }

    private static Checks<Heard> heard() {
        return Checks.of(
                Lesson08.HEARD,
                part(
                        "everybody is there",
                        1,
                        "Sum what the others say and divide by their number, which is one less than all.",
                        (answer, cases) -> judgeHearing(answer, cases, 1)),
                part(
                        "some are away",
                        1,
                        "Who is away says nothing, hears zeros and does not count in the number of others.",
                        (answer, cases) -> judgeHearing(answer, cases, 2)),
                part(
                        "nobody else is there",
                        1,
                        "The mean of nobody is zero here: a row of zeros as long as what is said.",
                        (answer, cases) -> judgeHearing(answer, cases, 3)));
    }

    /** Kind 1: all present; 2: some away, at least two there; 3: one there, or nobody, in every second case. */
    private static void judgeHearing(Heard answer, Cases cases, int kind) {
        SplittableRandom random = cases.random(30 + kind);
        for (int c = 0; c < cases.count(); c++) {
            int agents = random.nextInt(kind == 2 ? 3 : 2, 7);
            int width = random.nextInt(1, 5);
            double[][] said = new double[agents][];
            Arrays.setAll(said, i -> Draw.values(random, width));
            boolean[] present = new boolean[agents];
            Arrays.fill(present, kind == 1 || (kind == 3 && c % 2 == 1));
            if (kind == 2) {
                int away = random.nextInt(1, agents - 1);
                for (int i = 0; i < agents; i++) {
                    present[i] = i >= away;
                }
                shuffle(present, random);
            } else if (kind == 3 && c % 4 != 1) {
                present[random.nextInt(agents)] |= c % 4 != 2;
            }
            double[][] lent = Draw.copy(said);
            boolean[] flags = present.clone();
            double[][] got = answer.of(lent, flags);
            given("said %s, present %s", show(said), Arrays.toString(present))
                    .that(got != null && got.length == agents, agents + " rows", "%s", show(got));
            for (int i = 0; i < agents; i++) {
                given("said %s, present %s: agent %d hears", show(said), Arrays.toString(present), i)
                        .close(mean(said, present, i), got[i], 1e-9);
            }
            given("said %s", show(said)).unchanged(said, lent);
            given("present %s", Arrays.toString(present)).unchanged(present, flags);
        }
    }

    private static void shuffle(boolean[] flags, SplittableRandom random) {
        for (int i = flags.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            boolean flag = flags[i];
            flags[i] = flags[j];
            flags[j] = flag;
        }
    }

    private static double[] mean(double[][] said, boolean[] present, int agent) {
        double[] sum = new double[said[0].length];
        int others = 0;
        for (int j = 0; j < said.length; j++) {
            if (j != agent && present[j] && present[agent]) {
                others++;
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += said[j][k];
                }
            }
        }
        double count = Math.max(1, others);
        return Arrays.stream(sum).map(x -> x / count).toArray();
    }

    private static Checks<Wire> wire() {
        return Checks.of(
                Lesson08.WIRE,
                part(
                        "the signal while learning",
                        1,
                        "Noise of deviation sigma is added to the message, then comes the sigmoid.",
                        (answer, cases) -> judgeWire(answer, cases, true, 0)),
                part(
                        "its slope while learning",
                        1,
                        "The sigmoid's derivative is s (1 - s), with s the signal that was sent.",
                        (answer, cases) -> judgeWire(answer, cases, true, 1)),
                part(
                        "afterwards",
                        1,
                        "In use the wire carries a bit: 1 if the message is above 0, else 0, without noise; a step has"
                                + " slope 0.",
                        (answer, cases) -> judgeWire(answer, cases, false, 0)));
    }

    private static void judgeWire(Wire answer, Cases cases, boolean learning, int which) {
        SplittableRandom random = cases.random(40 + which + (learning ? 2 : 0));
        for (int c = 0; c < cases.count(); c++) {
            double drawn = Draw.tenth(random, -4, 4);
            double message = switch (c % 8) {
                case 3 -> learning ? drawn / 100 : 0;
                case 4 -> drawn / 1_000;
                case 5 -> 250 * drawn;
                case 6 -> 5 * drawn;
                default -> drawn;
            };
            double noise = Draw.tenth(random, -2, 2);
            double sigma = c % 8 == 7 ? 0 : Draw.tenth(random, 0.1, 3);
            double s = 1 / (1 + Math.exp(-(message + sigma * noise)));
            double[] expected = learning ? new double[] {s, s * (1 - s)} : new double[] {message > 0 ? 1 : 0, 0};
            double[] got = answer.of(message, noise, sigma, learning);
            var asked = given(
                    "message %s, noise %s, sigma %s, learning %s", show(message), show(noise), show(sigma), learning);
            asked.that(got != null && got.length == 2, "two numbers", "%s", show(got));
            if (learning) {
                asked.close(expected[which], got[which], 1e-9);
            } else {
                asked.close(expected, got, 1e-9);
            }
        }
    }
}
