package marl.check;

import java.util.List;
import java.util.stream.Stream;
import marl.exercise.CheckCatalogue;
import marl.exercise.Checks;

/** All checks of the course. */
public final class CourseChecks implements CheckCatalogue {

    /** For the service loader. */
    public CourseChecks() {}

    @Override
    public List<Checks<?>> checks() {
        return Stream.of(
                        Lesson00Checks.all(),
                        Lesson01Checks.all(),
                        Lesson02Checks.all(),
                        Lesson03Checks.all(),
                        Lesson04Checks.all(),
                        Lesson05Checks.all(),
                        Lesson06Checks.all(),
                        Lesson07Checks.all(),
                        Lesson08Checks.all(),
                        Lesson10Checks.all(),
                        Lesson12Checks.all())
                .flatMap(List::stream)
                .toList();
    }
}
