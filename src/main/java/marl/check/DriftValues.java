package marl.check;

import static marl.check.DriftProbe.LATE;
import static marl.check.DriftProbe.efforts;
import static marl.check.DriftProbe.place;
import static marl.check.DriftProbe.seen;
import static marl.check.DriftProbe.share;
import static marl.check.DriftProbe.started;
import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;

import java.util.SplittableRandom;
import marl.exercise.Ask;
import marl.exercise.Cases;
import marl.exercise.Lesson03.DriftLearner;
import marl.exercise.Lesson03.DriftLearners;

/**
 * What a learner of 03-4 comes to believe, weighed by which of two efforts it chooses: a rival a little below and a little
 * above what the right update gives, an end, a clock, and drawn walks.
 */
final class DriftValues {

    private static final int[] RICH = {1, 2};

    private DriftValues() {}

    static void learned(DriftLearners answer, Cases cases) {
        rates(answer, cases);
        SplittableRandom random = cases.random(7);
        for (int walk = 0; walk < 2 * cases.count(); walk++) {
            DriftWalk.drawn(random).ask(started(answer, LATE), random);
        }
    }

    private static void rates(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(6);
        for (int updates = 1; updates <= 2; updates++) {
            double value = 10 * (1 - Math.pow(0.9, updates));
            for (double rival : new double[] {value - 0.08, value + 0.08}) {
                stepSize(started(answer, LATE), random, updates, rival, rival < value);
            }
        }
        discount(started(answer, LATE), random, 9.8, true);
        discount(started(answer, LATE), random, 9.97, false);
    }

    /** One effort was paid 10 once or twice, the other its value for ever: which is worth more? */
    private static void stepSize(
            DriftLearner learner, SplittableRandom random, int updates, double rival, boolean ahead) {
        double place = place(random);
        int[] efforts = efforts(random);
        Ask.tell(learner, 400, (l, k) -> l.learn(seen(random, place), efforts[1], rival, seen(random, 3), true, false));
        Ask.tell(
                learner, updates, (l, k) -> l.learn(seen(random, place), efforts[0], 10, seen(random, 3), true, false));
        int best = ahead ? efforts[0] : efforts[1];
        double share = share(learner, seen(random, place), best, random);
        given(
                        "all values began at 0; effort %d was paid 10 and ended the world, %d time(s); effort %d is worth %s",
                        efforts[0], updates, efforts[1], show(rival))
                .that(share > 0.9, "effort " + best + " nearly always", "a share of %.2f", share);
    }

    /** One effort leads, unpaid, to where the best of two efforts is worth 10; the other is paid at once. */
    private static void discount(DriftLearner learner, SplittableRandom random, double rival, boolean ahead) {
        double place = place(random);
        double rich = -place;
        int one = random.nextInt(4);
        int other = (one + random.nextInt(1, 4)) % 4;
        int best = RICH[0] == one ? RICH[1] : RICH[0];
        Ask.tell(learner, 400, (l, k) -> {
            l.learn(seen(random, rich), best, 10, seen(random, 3), true, false);
            l.learn(seen(random, rich), one, 4, seen(random, 3), true, false);
            l.learn(seen(random, place), other, rival, seen(random, 3), true, false);
        });
        Ask.tell(learner, 400, (l, k) -> l.learn(seen(random, place), one, 0, seen(random, rich), false, k % 2 == 0));
        int expected = ahead ? one : other;
        double share = share(learner, seen(random, place), expected, random);
        given(
                        "effort %d pays 0 and leads to where the best effort is worth 10 and another 4; effort %d pays %s"
                                + " and ends the world",
                        one, other, show(rival))
                .that(share > 0.9, "effort " + expected + " nearly always", "a share of %.2f", share);
    }

    static void ends(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        double place = place(random);
        int one = random.nextInt(4);
        int other = (one + random.nextInt(1, 4)) % 4;
        clockIsNoEnd(started(answer, LATE), random, place, one, other);
        endIsAnEnd(started(answer, LATE), random, place, one, other);
    }

    private static void clockIsNoEnd(DriftLearner learner, SplittableRandom random, double place, int one, int other) {
        Ask.tell(learner, 400, (l, k) -> {
            l.learn(seen(random, place), one, 1, seen(random, place), false, k % 2 == 0);
            l.learn(seen(random, place), other, 3, seen(random, place), true, false);
        });
        double share = share(learner, seen(random, place), one, random);
        given(
                        "effort %d pays 1 and goes on for ever (half the time the clock runs out); effort %d pays 3 and ends the world",
                        one, other)
                .that(share > 0.9, "effort " + one + " nearly always", "a share of %.2f", share);
    }

    private static void endIsAnEnd(DriftLearner learner, SplittableRandom random, double place, int one, int other) {
        Ask.tell(learner, 400, (l, k) -> {
            l.learn(seen(random, place + 1), 1, 50, seen(random, -3), true, false);
            l.learn(seen(random, place), one, 1, seen(random, place + 1), true, k % 2 == 0);
            l.learn(seen(random, place), other, 2, seen(random, -3), true, false);
        });
        double share = share(learner, seen(random, place), other, random);
        given(
                        "both efforts end the world (half the time the clock runs out as well); %d pays 1 where a rich"
                                + " place lies behind, %d pays 2",
                        one, other)
                .that(share > 0.9, "effort " + other + " nearly always", "a share of %.2f", share);
    }
}
