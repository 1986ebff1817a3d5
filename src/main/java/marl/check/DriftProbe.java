package marl.check;

import static marl.exercise.Expect.given;

import java.util.SplittableRandom;
import marl.exercise.Ask;
import marl.exercise.Lesson03.DriftLearner;
import marl.exercise.Lesson03.DriftLearners;

/** How the check of exercise 03-4 asks a learner: the places it is put in, and how often it picks an effort there. */
final class DriftProbe {

    /** Draws behind each share. */
    static final int DRAWS = 3_000;

    /** Late enough for slower ways of exploring less and less: they lose their own point, and not those of the others. */
    static final int LATE = 600;

    private DriftProbe() {}

    static DriftLearner made(DriftLearners answer) {
        return given("a call of make()").made(answer.make());
    }

    /** A new learner that has been told the start of every episode from 0 to this one. */
    static DriftLearner started(DriftLearners answer, int episode) {
        DriftLearner learner = made(answer);
        starts(learner, 0, episode);
        return learner;
    }

    static void starts(DriftLearner learner, int first, int last) {
        Ask.tell(learner, last - first + 1, (l, k) -> l.startEpisode(first + k));
    }

    /** A first number, a multiple of 0.1 and not 0, where +0.0 and -0.0 could be two keys. */
    static double place(SplittableRandom random) {
        return (random.nextBoolean() ? 1 : -1) * Draw.tenth(random, 0.5, 1);
    }

    static double[] seen(SplittableRandom random, double first) {
        return new double[] {first, random.nextDouble(-2, 2), random.nextDouble(-2, 2), random.nextDouble(-2, 2)};
    }

    /** The same place with noise as it was never seen in training. */
    static double[] strange(SplittableRandom random, double first) {
        double[] seen = {first, 0, 0, 0};
        for (int i = 1; i < seen.length; i++) {
            seen[i] = (random.nextBoolean() ? 1 : -1) * random.nextDouble(2.6, 6);
        }
        return seen;
    }

    static double share(DriftLearner learner, double[] observation, int action, SplittableRandom random) {
        int hits = 0;
        for (int chosen : Ask.ints(learner, DRAWS, (l, k) -> l.act(observation.clone(), random.nextLong()))) {
            given("act").that(chosen >= 0 && chosen < 4, "an effort from 0 to 3", "%d", chosen);
            hits += chosen == action ? 1 : 0;
        }
        return hits / (double) DRAWS;
    }

    static int[] efforts(SplittableRandom random) {
        int[] order = {0, 1, 2, 3};
        for (int k = 3; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int moved = order[k];
            order[k] = order[other];
            order[other] = moved;
        }
        return order;
    }
}
