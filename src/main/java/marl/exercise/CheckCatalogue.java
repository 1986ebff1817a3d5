package marl.exercise;

import java.util.List;

/** A service: the checks of some exercises. Found with {@link java.util.ServiceLoader}, so answers stay out of this room. */
public interface CheckCatalogue {

    /**
     * The checks this catalogue holds.
     *
     * @return one for each exercise
     */
    List<Checks<?>> checks();
}
