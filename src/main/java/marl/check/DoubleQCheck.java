package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson03;
import marl.exercise.Lesson03.DoubleTarget;

/** The check of 03-5, the target of double Q. */
final class DoubleQCheck {

    private DoubleQCheck() {}

    static Checks<DoubleTarget> checks() {
        return Checks.of(
                Lesson03.DOUBLE_Q,
                part(
                        "who chooses and who values",
                        2,
                        "The network's largest value says which action; the target network's value of that action counts.",
                        DoubleQCheck::middle),
                part(
                        "the end and the clock",
                        1,
                        "Where the world has ended there is no future; where only the clock ran out there is one.",
                        DoubleQCheck::end));
    }

    private static void middle(DoubleTarget answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            ask(answer, random, false, false);
        }
    }

    private static void end(DoubleTarget answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            ask(answer, random, c % 3 < 2, c % 3 > 0);
        }
    }

    private static void ask(DoubleTarget answer, SplittableRandom random, boolean ended, boolean clock) {
        int actions = random.nextInt(2, 6);
        double[] next = Draw.distinctValues(random, actions);
        double[] older = Draw.distinctValues(random, actions);
        double reward = Draw.tenth(random, -5, 5);
        double gamma = Draw.tenth(random, 0.5, 0.9);
        int best = IntStream.range(0, actions).reduce(0, (b, a) -> next[a] > next[b] ? a : b);
        double[] lent = next.clone();
        double[] lentOlder = older.clone();
        given(
                        "reward %s, gamma %s, next %s, nextOlder %s, ended %b, clock %b",
                        show(reward), show(gamma), show(next), show(older), ended, clock)
                .close(
                        reward + (ended ? 0 : gamma * older[best]),
                        answer.target(reward, gamma, lent, lentOlder, ended, clock),
                        1e-9);
        given("next %s, nextOlder %s", show(next), show(older))
                .unchanged(new Object[] {next, older}, new Object[] {lent, lentOlder});
    }
}
