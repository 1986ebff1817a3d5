package marl.view;

import java.util.Optional;
import marl.experiment.Screen;

/**
 * A chart that is redrawn in place while something learns. Where nothing can be redrawn (a terminal, a test) only the
 * last picture is printed, as its text twin.
 */
public final class LiveChart {

    private final Optional<Screen> screen = Screen.find();
    private Optional<String> id = Optional.empty();
    private Optional<Figure> last = Optional.empty();

    private LiveChart() {}

    /**
     * A chart that shows nothing yet.
     *
     * @return the chart
     */
    public static LiveChart open() {
        return new LiveChart();
    }

    /**
     * Shows a picture in place of the one before.
     *
     * @param figure the picture
     */
    public void show(Figure figure) {
        last = Optional.of(figure);
        if (screen.isEmpty()) {
            return;
        }
        if (id.isEmpty()) {
            id = Optional.of(screen.get().open(figure, figure.toString()));
        } else {
            screen.get().update(id.get(), figure, figure.toString());
        }
    }

    /** Says that no further picture comes. */
    public void close() {
        if (screen.isEmpty()) {
            last.ifPresent(System.out::println);
        }
    }
}
