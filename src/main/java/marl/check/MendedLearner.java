package marl.check;

import static marl.check.DriftProbe.DRAWS;
import static marl.check.DriftProbe.LATE;
import static marl.check.DriftProbe.efforts;
import static marl.check.DriftProbe.made;
import static marl.check.DriftProbe.place;
import static marl.check.DriftProbe.seen;
import static marl.check.DriftProbe.share;
import static marl.check.DriftProbe.started;
import static marl.check.DriftProbe.starts;
import static marl.check.DriftProbe.strange;
import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.SplittableRandom;
import marl.exercise.Ask;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson03;
import marl.exercise.Lesson03.DriftLearner;
import marl.exercise.Lesson03.DriftLearners;

/**
 * The check of exercise 03-4. Learners are judged by what they do, over many seeds; shares of random choices at five
 * standard deviations. Every episode is started, in order, so that an answer may count them itself. {@link DriftValues} has
 * the parts about what is learned.
 */
final class MendedLearner {

    private MendedLearner() {}

    static Checks<DriftLearners> checks() {
        return Checks.of(
                Lesson03.MENDED,
                part(
                        "noise is not part of the state",
                        1,
                        "Make the table's key from the first number only, rounded to 0.1.",
                        MendedLearner::noise),
                part(
                        "exploration falls by episode",
                        1,
                        "Compute epsilon when an episode starts: max(0.02, 1 - 0.01 * episode).",
                        MendedLearner::exploration),
                part(
                        "what is learned",
                        1,
                        "Move by 0.1 of the way, up or down, to: reward + 0.99 times the best value in the next state's"
                                + " row. The best of four negative values is negative.",
                        DriftValues::learned),
                part(
                        "the end and the clock",
                        1,
                        "Drop the future when terminated, keep it when only truncated.",
                        DriftValues::ends),
                part("ties are shared", 1, "Among equally good efforts choose one at random.", MendedLearner::ties),
                part(
                        "chance comes from the seed",
                        1,
                        "Make the generator from the seed, inside act.",
                        MendedLearner::seeded));
    }

    private static void noise(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        DriftLearner learner = started(answer, LATE);
        int[] paid = efforts(random);
        double place = place(random);
        Ask.tell(learner, 30, (l, k) -> {
            for (int step = 0; step < 4; step++) {
                double near = Math.signum(place) * step * 0.1 + place + (k % 2 == 0 ? 0.02 : -0.02);
                l.learn(seen(random, near), paid[step], 5, seen(random, 3.1), true, false);
            }
        });
        for (int step = 0; step < 4; step++) {
            double near = Math.signum(place) * step * 0.1 + place;
            double share = share(learner, strange(random, near), paid[step], random);
            given(
                            "around first number %s effort %d alone paid, and another effort 0.1 away; asked there with"
                                    + " other noise, late",
                            show(near), paid[step])
                    .that(share > 0.9, "effort " + paid[step] + " nearly always", "a share of %.2f", share);
        }
        double elsewhere = -place;
        Ask.tell(learner, 30, (l, k) -> l.learn(seen(random, elsewhere), paid[2], 5, seen(random, 3.1), true, false));
        for (int k = 0; k < 2; k++) {
            double where = k == 0 ? elsewhere : place;
            double share = share(learner, strange(random, where), paid[k == 0 ? 2 : 0], random);
            given("effort %d paid at first number %s, effort %d at %s", paid[0], show(place), paid[2], show(elsewhere))
                    .that(
                            share > 0.9,
                            "at " + show(where) + " effort " + paid[k == 0 ? 2 : 0] + " nearly always",
                            "a share of %.2f",
                            share);
        }
    }

    private static void exploration(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        DriftLearner learner = made(answer);
        int effort = random.nextInt(4);
        double place = place(random);
        int next = 0;
        int[] episodes = {
            0, 1, random.nextInt(5, 10), random.nextInt(12, 30), random.nextInt(35, 60), random.nextInt(65, 95), 150
        };
        for (int episode : episodes) {
            starts(learner, next, episode);
            next = episode + 1;
            Ask.tell(learner, 400, (l, k) -> l.learn(seen(random, place), effort, 5, seen(random, 3), true, false));
            double epsilon = Math.max(0.02, 1 - 0.01 * episode);
            double expected = 1 - 0.75 * epsilon;
            double share = share(learner, seen(random, place), effort, random);
            double bound = 5 * Math.sqrt(expected * (1 - expected) / DRAWS);
            given("episode %d, after 400 updates in it, in which effort %d paid best: share of it", episode, effort)
                    .close(expected, share, bound);
        }
    }

    private static void ties(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(4);
        DriftLearner learner = started(answer, LATE);
        double place = place(random);
        for (int effort = 0; effort < 4; effort++) {
            double share = share(learner, seen(random, place), effort, random);
            given("a place never seen, late: share of effort %d", effort)
                    .close(0.25, share, 5 * Math.sqrt(0.25 * 0.75 / DRAWS));
        }
        int[] efforts = efforts(random);
        Ask.tell(learner, 20, (l, k) -> {
            for (int e = 0; e < 4; e++) {
                l.learn(seen(random, place), efforts[e], e < 2 ? -1 : -2, seen(random, 3), true, false);
            }
        });
        double expected = 0.98 / 2 + 0.02 / 4;
        double share = share(learner, seen(random, place), efforts[0], random);
        given("efforts %d and %d pay -1, the others -2, late: share of effort %d", efforts[0], efforts[1], efforts[0])
                .close(expected, share, 5 * Math.sqrt(0.25 / DRAWS));
    }

    private static void seeded(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(5);
        DriftLearner learner = started(answer, 20);
        double[] observation = seen(random, place(random));
        int[] first = Ask.ints(learner, 300, (l, seed) -> l.act(observation.clone(), seed));
        int[] second = Ask.ints(learner, 300, (l, seed) -> l.act(observation.clone(), seed));
        boolean varies = false;
        for (int seed = 0; seed < first.length; seed++) {
            given("the same observation and seed %d, asked twice", seed).same(first[seed], second[seed]);
            varies |= first[seed] != first[0];
        }
        given("300 different seeds in an early episode").that(varies, "different efforts", "always the same one");
    }
}
