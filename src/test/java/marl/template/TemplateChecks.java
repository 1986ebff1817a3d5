package marl.template;

import java.util.List;
import marl.exercise.CheckCatalogue;
import marl.exercise.Checks;

/** Offers the template's checks, as {@code CourseChecks} offers a real lesson's. */
public final class TemplateChecks implements CheckCatalogue {

    @Override
    public List<Checks<?>> checks() {
        return List.of(Lesson98Checks.twice());
    }
}
