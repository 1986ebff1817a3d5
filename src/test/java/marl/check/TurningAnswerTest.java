package marl.check;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Part;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same promise as in {@link AnyAnswerTest}, kept to answers that are right at first. */
class TurningAnswerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestFactory
    Stream<DynamicTest> answersThatTurnNastyNeverBreakACheck() {
        return AnyAnswerTest.allChecks()
                .map(checks -> DynamicTest.dynamicTest(
                        checks.exercise().id(), () -> assertTimeoutPreemptively(PATIENCE, () -> attack(checks))));
    }

    private static <T> void attack(Checks<T> checks) {
        for (Part<T> part : checks.parts()) {
            SplittableRandom random = new SplittableRandom(part.name().hashCode());
            for (int k = 0; k < (part.random() ? 6 : 80); k++) {
                // The first calls, the next hundred, and the thousands of those who ask for shares.
                int calls = (int) Math.pow(10, random.nextDouble(k % 4 == 0 ? 4 : 2)) - 1;
                T answer =
                        TurningAnswer.of(checks.exercise().contract(), Solutions.of(checks.exercise()), calls, random);
                AnyAnswerTest.run(part, answer, new Cases(k, 13));
            }
        }
    }
}
