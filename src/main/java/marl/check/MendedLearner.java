package marl.check;

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
 * standard deviations.
 */
final class MendedLearner {

    private static final int DRAWS = 3_000;
    private static final int LATE = 1_000;

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
                        "the end and the clock",
                        1,
                        "Drop the bootstrap when terminated, keep it when truncated.",
                        MendedLearner::ends),
                part("ties are shared", 1, "Among equally good efforts choose one at random.", MendedLearner::ties),
                part(
                        "chance comes from the seed",
                        1,
                        "Make the generator from the seed, inside act.",
                        MendedLearner::seeded));
    }

    private static DriftLearner made(DriftLearners answer) {
        return given("a call of make()").made(answer.make());
    }

    private static double[] seen(SplittableRandom random, double first) {
        return new double[] {first, random.nextDouble(-2, 2), random.nextDouble(-2, 2), random.nextDouble(-2, 2)};
    }

    private static double share(DriftLearner learner, double[] observation, int action, SplittableRandom random) {
        int hits = 0;
        for (int chosen : Ask.ints(learner, DRAWS, (l, k) -> l.act(observation.clone(), random.nextLong()))) {
            given("act").that(chosen >= 0 && chosen < 4, "an effort from 0 to 3", "%d", chosen);
            hits += chosen == action ? 1 : 0;
        }
        return hits / (double) DRAWS;
    }

    private static void noise(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        DriftLearner learner = made(answer);
        int effort = random.nextInt(4);
        double place = Draw.tenth(random, -1, 1);
        double above = place + 0.02;
        double below = place - 0.02;
        learner.startEpisode(LATE);
        Ask.tell(learner, 30, (l, k) -> l.learn(seen(random, above), effort, 5, seen(random, 3.1), true, false));
        double share = share(learner, seen(random, below), effort, random);
        given(
                        "effort %d paid 5 thirty times at first number %s, with other noise each time; asked at %s, late",
                        effort, show(above), show(below))
                .that(share > 0.9, "effort " + effort + " nearly always", "a share of %.2f", share);
        double elsewhere = place - 1.8;
        share = share(learner, seen(random, elsewhere), effort, random);
        given("the same learner asked at first number %s, where it never was", show(elsewhere))
                .that(share < 0.4, "effort " + effort + " a quarter of the time", "a share of %.2f", share);
    }

    private static void exploration(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        DriftLearner learner = made(answer);
        int effort = random.nextInt(4);
        double place = Draw.tenth(random, -1, 1);
        for (int episode : new int[] {0, random.nextInt(40, 60), 500}) {
            learner.startEpisode(episode);
            Ask.tell(learner, 400, (l, k) -> l.learn(seen(random, place), effort, 5, seen(random, 3), true, false));
            double epsilon = Math.max(0.02, 1 - 0.01 * episode);
            double expected = 1 - 0.75 * epsilon;
            double share = share(learner, seen(random, place), effort, random);
            double bound = 5 * Math.sqrt(expected * (1 - expected) / DRAWS);
            given("episode %d, after 400 updates in it, in which effort %d paid best: share of it", episode, effort)
                    .close(expected, share, bound);
        }
    }

    private static void ends(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        double place = Draw.tenth(random, -1, 1);
        int one = random.nextInt(4);
        int other = (one + random.nextInt(1, 4)) % 4;
        clockIsNoEnd(made(answer), random, place, one, other);
        endIsAnEnd(made(answer), random, place, one, other);
    }

    private static void clockIsNoEnd(DriftLearner learner, SplittableRandom random, double place, int one, int other) {
        learner.startEpisode(LATE);
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
        learner.startEpisode(LATE);
        Ask.tell(learner, 400, (l, k) -> {
            l.learn(seen(random, place + 1), 1, 50, seen(random, -3), true, false);
            l.learn(seen(random, place), one, 1, seen(random, place + 1), true, false);
            l.learn(seen(random, place), other, 2, seen(random, -3), true, false);
        });
        double share = share(learner, seen(random, place), other, random);
        given("both efforts end the world; %d pays 1 where a rich place lies behind, %d pays 2", one, other)
                .that(share > 0.9, "effort " + other + " nearly always", "a share of %.2f", share);
    }

    private static void ties(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(4);
        DriftLearner learner = made(answer);
        learner.startEpisode(LATE);
        double place = Draw.tenth(random, -1, 1);
        for (int effort = 0; effort < 4; effort++) {
            double share = share(learner, seen(random, place), effort, random);
            given("a place never seen, late: share of effort %d", effort)
                    .close(0.25, share, 5 * Math.sqrt(0.25 * 0.75 / DRAWS));
        }
    }

    private static void seeded(DriftLearners answer, Cases cases) {
        SplittableRandom random = cases.random(5);
        DriftLearner learner = made(answer);
        learner.startEpisode(20);
        double[] observation = seen(random, Draw.tenth(random, -1, 1));
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
