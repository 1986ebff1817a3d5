package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson04;
import marl.exercise.Lesson04.Shaping;

/** The check of exercise 04-4: one step, the last step, and a whole episode whose hints must cancel. */
final class ShapingCheck {

    private ShapingCheck() {}

    static Checks<Shaping> checks() {
        return Checks.of(
                Lesson04.SHAPING,
                part("a step in the middle", 1, "gamma * next - now.", ShapingCheck::middleStep),
                part("the last step", 1, "Where the world has ended the potential is 0.", ShapingCheck::lastStep),
                part(
                        "a whole episode telescopes",
                        1,
                        "Discounted and added up over an episode only -Phi(start) is left.",
                        ShapingCheck::telescopes));
    }

    private static void middleStep(Shaping answer, Cases cases) {
        shaping(answer, cases, false);
    }

    private static void lastStep(Shaping answer, Cases cases) {
        shaping(answer, cases, true);
    }

    private static void shaping(Shaping answer, Cases cases, boolean terminated) {
        SplittableRandom random = cases.random(terminated ? 6 : 7);
        for (int c = 0; c < cases.count(); c++) {
            double now = Draw.tenth(random, -5, 5);
            double next = Draw.tenth(random, 1, 5);
            double gamma = Draw.tenth(random, 0.1, 1);
            given(
                            "Phi = %s, next Phi = %s, terminated = %s, gamma = %s",
                            show(now), show(next), terminated, show(gamma))
                    .close(gamma * (terminated ? 0 : next) - now, answer.shaping(now, next, terminated, gamma), 1e-9);
        }
    }

    private static void telescopes(Shaping answer, Cases cases) {
        SplittableRandom random = cases.random(8);
        for (int c = 0; c < cases.count(); c++) {
            double[] potentials = Draw.values(random, random.nextInt(3, 8));
            potentials[potentials.length - 1] += 6;
            double sum = 0;
            for (int t = 0; t + 1 < potentials.length; t++) {
                boolean end = t + 2 == potentials.length;
                sum += Math.pow(0.9, t) * answer.shaping(potentials[t], potentials[t + 1], end, 0.9);
            }
            given("potentials %s along an episode that ends, gamma = 0.9: discounted sum of F", show(potentials))
                    .close(-potentials[0], sum, 1e-9);
        }
    }
}
