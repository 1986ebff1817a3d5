package marl.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import marl.check.NastyAnswer.Manners;
import marl.exercise.Cases;
import marl.exercise.CheckCatalogue;
import marl.exercise.Checks;
import marl.exercise.CounterExample;
import marl.exercise.Part;
import marl.exercise.Verdict;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever an answer returns and does, a check ends in a pass, a counter-example or the answer's own exception, and says
 * little. A grader takes anything else for a fault of its own.
 */
class AnyAnswerTest {

    private static final List<Cases> CASES = List.of(Cases.visible(), new Cases(-7_364_215L, 13));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SEEDS = 25;

    /** So many values of each type, so far apart: there are about 130 arrays, and 8 whole numbers. */
    private static final int CHOICES = 30;

    private static final int STEP = 5;

    /** Three texts of 4,000 characters each, and what names them. */
    private static final int MOST_WORDS = 12_400;

    static Stream<Checks<?>> allChecks() {
        return ServiceLoader.load(CheckCatalogue.class).stream()
                .flatMap(catalogue -> catalogue.get().checks().stream());
    }

    @TestFactory
    Stream<DynamicContainer> nastyAnswersNeverBreakACheck() {
        return allChecks().map(AnyAnswerTest::exercise);
    }

    private static <T> DynamicContainer exercise(Checks<T> checks) {
        return DynamicContainer.dynamicContainer(
                checks.exercise().id(),
                checks.parts().stream()
                        .map(part -> DynamicTest.dynamicTest(
                                part.name(),
                                () -> assertTimeoutPreemptively(
                                        PATIENCE,
                                        () -> attack(part, checks.exercise().contract())))));
    }

    private static <T> void attack(Part<T> part, Class<T> contract) {
        for (Manners manners : Manners.values()) {
            for (Cases cases : part.random() ? CASES.subList(0, 1) : CASES) {
                // What trains for a second meets one answer that goes on to the end, by always returning 1.
                int choices = manners == Manners.SPOILS ? 3 : 1;
                for (int choice = 0; choice < (part.random() ? choices : CHOICES); choice++) {
                    int value = part.random() ? choice : choice * STEP;
                    run(part, NastyAnswer.of(contract, value, manners, choice), cases);
                }
                for (int seed = 0; seed < SEEDS; seed++) {
                    run(part, NastyAnswer.remote(contract, -1, manners, seed), cases);
                    if (!part.random()) {
                        run(part, NastyAnswer.of(contract, -1, manners, seed), cases);
                    }
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> nullsAreRefusedInWordsThatBlameNobodyElse() {
        return allChecks()
                .map(checks -> DynamicTest.dynamicTest(checks.exercise().id(), () -> refuse(checks)));
    }

    private static <T> void refuse(Checks<T> checks) {
        T returnsNull = NastyAnswer.of(checks.exercise().contract(), 0, Manners.LEAVES, 0);
        for (Verdict verdict :
                List.of(checks.judge(returnsNull, Cases.visible()), checks.judge(null, Cases.visible()))) {
            assertFalse(verdict.solved(), verdict.text());
            assertFalse(verdict.text().contains("The check itself failed"), verdict.text());
        }
    }

    /** Runs a part; throws what a check must not throw. */
    static <T> void run(Part<T> part, T answer, Cases cases) {
        try {
            part.body().run(answer, cases);
        } catch (CounterExample wrong) {
            assertTrue(
                    wrong.getMessage().length() < MOST_WORDS,
                    () -> "a counter-example of " + wrong.getMessage().length() + " characters");
        } catch (NastyAnswer.Own own) {
            // The answer's, not the check's.
        } catch (Exception | StackOverflowError fault) {
            throw new AssertionError("the check itself failed", fault);
        }
    }
}
