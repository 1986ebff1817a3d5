package marl.view;

import marl.game.MatrixGame;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Where every chart begins. Each method gives a builder; its last call is {@code .alt("...")}, which draws the
 * {@link Figure}, so that no chart comes without alternative text.
 *
 * <pre>{@code
 * Charts.lines().series("independent", episodes, returns)
 *     .title("Learning").xLabel("episode").yLabel("return")
 *     .alt("Line chart: the return rises from 0 to 5.")
 * }</pre>
 */
public final class Charts {
    private Charts() {}

    /** Curves over a common x axis, with shaded intervals and level lines. */
    public static LineChart lines() {
        return new LineChart();
    }

    /** Bars per category and group, with error bars. */
    public static BarChart bars() {
        return new BarChart();
    }

    /** A matrix of numbers as coloured cells with the numbers in them. */
    public static HeatMap heatMap() {
        return new HeatMap();
    }

    /** Heat maps of equal shape side by side, with one meaning of the colours. */
    public static HeatMaps heatMaps() {
        return new HeatMaps();
    }

    /** The triangle of all mixtures of three actions, with paths through it. */
    public static SimplexChart simplex() {
        return new SimplexChart();
    }

    /** A chart that was made with XChart itself; {@code .alt("...")} draws it in the look of the others. */
    public static OwnChart of(Chart<?, ?> chart) {
        return new OwnChart(chart);
    }

    /** Boxes and arrows. */
    public static Diagram diagram() {
        return new Diagram();
    }

    /** The payoff table of a two-player game with best responses and pure equilibria marked. */
    public static PayoffChart payoffs(MatrixGame game) {
        return new PayoffChart(game);
    }

    /** A grid world with walls, values and the arrows of a greedy policy. */
    public static GridPolicy gridPolicy() {
        return new GridPolicy();
    }

    /**
     * A film of an episode in a grid world.
     *
     * @param map the plan, one text per row: {@code #} a wall, {@code .} free, S the start, G the goal
     */
    public static EpisodeFilm episode(String... map) {
        return new EpisodeFilm(map);
    }

    /**
     * An animation of an episode on a plane.
     *
     * @param agents how many of the bodies are agents
     * @param sizes the radius of each body, agents first
     */
    public static ParticleFilm particles(int agents, double... sizes) {
        return new ParticleFilm(agents, sizes);
    }
}
