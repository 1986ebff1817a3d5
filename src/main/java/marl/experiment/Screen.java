package marl.experiment;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A place where something shown can be redrawn: a notebook's output. Found as a service ({@code
 * META-INF/services/marl.experiment.Screen}); where no provider is live, progress is printed as a few lines of text.
 */
public interface Screen {
    /** Whether there is such a place right now, for this thread. */
    boolean live();

    /**
     * Shows something new.
     *
     * @param value what to show, rendered as the screen knows how
     * @param text the same in words
     * @return an id for {@link #update}
     */
    String open(Object value, String text);

    /** Shows something else in the same place. */
    void update(String id, Object value, String text);

    /** The first provider that is live, looked for from the class loader of this library. */
    static Optional<Screen> find() {
        for (Screen screen : ServiceLoader.load(Screen.class, Progress.class.getClassLoader())) {
            if (screen.live()) {
                return Optional.of(screen);
            }
        }
        return Optional.empty();
    }
}
