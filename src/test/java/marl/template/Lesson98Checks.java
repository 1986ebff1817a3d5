package marl.template;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.template.Lesson98.Twice;

/** The checks of the template lesson. In a real lesson this class stands in {@code marl.check}. */
final class Lesson98Checks {

    private Lesson98Checks() {}

    static Checks<Twice> twice() {
        return Checks.of(
                Lesson98.TWICE,
                part("known values", 1, "Twice 0 is 0, twice 3 is 6.", Lesson98Checks::known),
                part("random numbers", 1, "Negative numbers double too.", Lesson98Checks::random));
    }

    private static void known(Twice answer, Cases cases) {
        given("x = 0").close(0, answer.twice(0), 1e-12);
        given("x = 3").close(6, answer.twice(3), 1e-12);
    }

    private static void random(Twice answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            double x = random.nextDouble(-9, 9);
            given("x = %s", show(x)).close(2 * x, answer.twice(x), 1e-12);
        }
    }
}
