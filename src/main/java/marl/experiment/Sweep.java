package marl.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Runs one experiment for many seeds, and for all combinations of parameters if there are any, on all cores.
 *
 * <p>An experiment is a pure function of its parameters and its seed: it must not write to anything that another run
 * reads. Then the results are the same for any number of threads; they come in the order of the parameters, then of the
 * seeds. If a run fails, the rest is stopped and the failure rethrown with the seed named. An interrupt stops everything
 * with a java.util.concurrent.CancellationException. ND4J is loaded on the calling thread before the first run.
 *
 * <p>Awkward: a sweep must not run in a class's static initialiser. Its workers need that class and wait for the initialiser,
 * which waits for them.
 *
 * <pre>{@code
 * SweepResult runs = Sweep.seeds(300).progress("climbing").run(seed -> Outcome.of("payoff", play(seed)));
 * SweepResult maze = Sweep.seeds(30).over("planning", 0, 5, 50).run((point, seed) -> ...);
 * }</pre>
 */
public final class Sweep {
    private final int count;
    private long firstSeed;
    private List<Point> points = List.of(Point.NONE);
    private Optional<String> name = Optional.empty();
    private int threads = Runtime.getRuntime().availableProcessors();

    private Sweep(int count) {
        this.count = count;
    }

    /** An experiment that knows only its seed. */
    @FunctionalInterface
    public interface SeedRun<T> {
        /** One run. */
        T run(long seed) throws Exception;
    }

    /** An experiment with parameters. */
    @FunctionalInterface
    public interface PointRun<T> {
        /** One run. */
        T run(Point point, long seed) throws Exception;
    }

    /** A sweep over the seeds 0 .. count-1, at least one (IllegalArgumentException otherwise). */
    public static Sweep seeds(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A sweep needs at least one seed, but got " + count + ".");
        }
        return new Sweep(count);
    }

    /** Starts the seeds at this one instead of 0. */
    public Sweep from(long seed) {
        firstSeed = seed;
        return this;
    }

    /** Shows progress under this name; nothing is shown unless said. */
    public Sweep progress(String shown) {
        name = Optional.of(shown);
        return this;
    }

    /** How many threads, at least 1 (IllegalArgumentException otherwise); all cores unless said. */
    public Sweep threads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("A sweep needs at least one thread, but got " + number + ".");
        }
        threads = number;
        return this;
    }

    /** A parameter with whole-number values; several parameters give all combinations, the first one slowest. */
    public Sweep over(String parameter, long... values) {
        List<Object> objects = new ArrayList<>();
        for (long v : values) {
            objects.add(v);
        }
        return cross(parameter, objects);
    }

    /** A parameter with numeric values. */
    public Sweep over(String parameter, double... values) {
        List<Object> objects = new ArrayList<>();
        for (double v : values) {
            objects.add(v);
        }
        return cross(parameter, objects);
    }

    /** A parameter with names as values. */
    public Sweep over(String parameter, String... values) {
        return cross(parameter, List.of((Object[]) values));
    }

    private Sweep cross(String parameter, List<Object> values) {
        if (values.isEmpty()
                || parameter.equals("seed")
                || points.get(0).values().containsKey(parameter)) {
            throw new IllegalArgumentException(
                    "A sweep needs at least one value for each parameter, each named once and none"
                            + " of them \"seed\"; got " + values.size() + " values for \"" + parameter + "\".");
        }
        List<Point> more = new ArrayList<>();
        for (Point point : points) {
            for (Object value : values) {
                more.add(point.with(parameter, value));
            }
        }
        points = List.copyOf(more);
        return this;
    }

    /** One row for each seed. */
    public SweepResult run(SeedRun<Outcome> experiment) {
        return run((point, seed) -> experiment.run(seed));
    }

    /** One row for each combination of parameters and seed. */
    public SweepResult run(PointRun<Outcome> experiment) {
        return runRows((point, seed) -> List.of(experiment.run(point, seed)));
    }

    /** Any number of rows for each combination of parameters and seed. */
    public SweepResult runRows(PointRun<List<Outcome>> experiment) {
        List<List<Outcome>> rows = collect(experiment);
        SweepRows table = new SweepRows();
        for (int i = 0; i < rows.size(); i++) {
            for (Outcome row : rows.get(i)) {
                table.add(points.get(i / count), firstSeed + i % count, row);
            }
        }
        return table.toResult(name.orElse("sweep"));
    }

    /**
     * One curve for each seed, all of the same length.
     *
     * @throws IllegalStateException if there are parameters
     */
    public Curves curves(SeedRun<double[]> experiment) {
        if (points.size() > 1) {
            throw new IllegalStateException("Curves are drawn for one setting at a time; make one sweep for each.");
        }
        return Curves.of(collect((point, seed) -> experiment.run(seed)));
    }

    /** Whatever each run returns, in the order of the parameters, then of the seeds. */
    public <T> List<T> collect(PointRun<T> experiment) {
        NativeArrays.prepare();
        List<Callable<T>> tasks = new ArrayList<>();
        for (Point point : points) {
            for (int i = 0; i < count; i++) {
                long seed = firstSeed + i;
                tasks.add(() -> experiment.run(point, seed));
            }
        }
        Progress progress = name.map(n -> Progress.named(n, tasks.size())).orElseGet(Progress::silent);
        return Workers.run(name.orElse("Sweep"), threads, tasks, progress, this::label);
    }

    private String label(int task) {
        String point = points.get(task / count).toString();
        return (point.isEmpty() ? "" : point + ", ") + "seed " + (firstSeed + task % count);
    }
}
