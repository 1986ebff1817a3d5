package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds a triangle of all mixtures of three actions, with the paths that strategies take through it: each corner is an
 * action played always, the middle all three equally often. Made by {@link Charts#simplex}; ends with {@link #alt}.
 */
public final class SimplexChart {
    /** In how many steps a path gets darker, and how dark it begins. */
    private static final int PIECES = 12;

    private static final double PALEST = 0.25;

    private static final double TOLERANCE = 1e-6;

    private final Labels labels = new Labels(640, 560);
    private final List<Path> paths = new ArrayList<>();
    private List<String> corners = List.of("0", "1", "2");

    private record Path(String name, double[][] points, boolean line) {}

    SimplexChart() {
        labels.xLabel("mixtures");
        labels.yLabel("mixtures");
    }

    /** The title, needed. */
    public SimplexChart title(String text) {
        labels.title(text);
        return this;
    }

    /** Width and height in CSS pixels; 640 x 560 unless told. */
    public SimplexChart size(int width, int height) {
        labels.size(width, height);
        return this;
    }

    /**
     * The names of the three actions: lower left, lower right, top.
     *
     * @throws IllegalArgumentException unless three
     */
    public SimplexChart corners(String... names) {
        if (names.length != 3) {
            throw new IllegalArgumentException(
                    "A triangle has three corners, so give three names, not " + names.length + ".");
        }
        for (String name : names) {
            ChartData.words(name, "the name of a corner");
        }
        corners = List.of(names);
        return this;
    }

    /**
     * A path from a hollow dot to a filled one, pale at its beginning and dark at its end, so that time can be seen.
     *
     * @param mixtures [point][action], each three shares that add up to 1; copied
     * @throws IllegalArgumentException if there is no point, or one is no mixture of three
     */
    public SimplexChart path(String name, double[][] mixtures) {
        return add(name, mixtures, true);
    }

    /** Single points, for example an equilibrium; otherwise as {@link #path}. */
    public SimplexChart points(String name, double[]... mixtures) {
        return add(name, mixtures, false);
    }

    private SimplexChart add(String name, double[][] mixtures, boolean line) {
        ChartData.words(name, "the name of a path");
        if (mixtures.length == 0) {
            throw new IllegalArgumentException("The path " + name + " has no points.");
        }
        for (double[] m : mixtures) {
            boolean right = m.length == 3 && Math.abs(m[0] + m[1] + m[2] - 1) <= TOLERANCE;
            for (double share : m) {
                right &= share >= -TOLERANCE;
            }
            if (!right) {
                throw new IllegalArgumentException(
                        "The path " + name + " needs three shares of at least 0 that add up to 1 at each point, not "
                                + Arrays.toString(m) + ".");
            }
        }
        if (paths.size() == Palette.MOST) {
            throw new IllegalArgumentException("One chart tells at most " + Palette.MOST + " paths apart; draw two.");
        }
        paths.add(new Path(name, Arrays.stream(mixtures).map(double[]::clone).toArray(double[][]::new), line));
        return this;
    }

    /**
     * Draws the chart.
     *
     * @param text one or two sentences that say what there is to see, for readers who cannot see it
     * @throws IllegalStateException if the title or all paths are missing
     * @throws IllegalArgumentException if the text is blank
     */
    public Figure alt(String text) {
        labels.complete();
        if (paths.isEmpty()) {
            throw new IllegalStateException("There is nothing to draw: add .path(name, mixtures).");
        }
        Legend legend = new Legend();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            legend.add(paths.get(i).name, (g, x, y) -> {
                if (paths.get(index).line) {
                    g.setColor(Palette.colour(index));
                    g.setStroke(Palette.stroke(index));
                    g.draw(new Line2D.Double(x, y, x + Legend.SAMPLE, y));
                }
                Palette.mark(g, index, x + Legend.SAMPLE / 2, y);
            });
        }
        StringBuilder twin = new StringBuilder(labels.title() + ": shares of " + String.join(", ", corners));
        for (Path path : paths) {
            twin.append("\n").append(path.name).append(": ").append(shares(path.points[0]));
            if (path.points.length > 1) {
                twin.append(path.line ? " to " : " and ").append(shares(path.points[path.points.length - 1]));
            }
        }
        return Sheet.draw(labels, legend, text, twin.toString(), this::paint);
    }

    private static String shares(double[] mixture) {
        return "(" + Numbers.rounded(mixture[0], 3) + ", " + Numbers.rounded(mixture[1], 3) + ", "
                + Numbers.rounded(mixture[2], 3) + ")";
    }

    private void paint(Graphics2D g, int width, int height) {
        double side = Math.min(width - 120.0, (height - 70) / (Math.sqrt(3) / 2));
        double left = (width - side) / 2;
        double bottom = (height + side * Math.sqrt(3) / 2) / 2 - 4;
        double[][] at = {{left, bottom}, {left + side, bottom}, {left + side / 2, bottom - side * Math.sqrt(3) / 2}};
        g.setColor(Canvas.FAINT);
        g.setStroke(new BasicStroke(1));
        for (int k = 1; k < 4; k++) {
            for (int c = 0; c < 3; c++) {
                double[] from = new double[3];
                double[] to = new double[3];
                from[c] = to[c] = k / 4.0;
                from[(c + 1) % 3] = to[(c + 2) % 3] = 1 - k / 4.0;
                g.draw(new Line2D.Double(x(at, from), y(at, from), x(at, to), y(at, to)));
            }
        }
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(at[0][0], at[0][1]);
        triangle.lineTo(at[1][0], at[1][1]);
        triangle.lineTo(at[2][0], at[2][1]);
        triangle.closePath();
        g.setColor(Canvas.INK);
        g.setStroke(new BasicStroke(1.4f));
        g.draw(triangle);
        Canvas.text(g, corners.get(0), Canvas.LABEL, at[0][0], at[0][1] + 16, 0.5);
        Canvas.text(g, corners.get(1), Canvas.LABEL, at[1][0], at[1][1] + 16, 0.5);
        Canvas.text(g, corners.get(2), Canvas.LABEL, at[2][0], at[2][1] - 14, 0.5);
        for (int i = 0; i < paths.size(); i++) {
            paintPath(g, at, i);
        }
    }

    private void paintPath(Graphics2D g, double[][] at, int index) {
        double[][] points = paths.get(index).points;
        double[] last = points[points.length - 1];
        if (!paths.get(index).line) {
            for (double[] p : points) {
                Palette.mark(g, index, x(at, p), y(at, p));
            }
            return;
        }
        g.setStroke(Palette.stroke(index));
        int pieces = Math.min(PIECES, points.length);
        for (int piece = 0; piece < pieces; piece++) {
            int from = Math.max(0, piece * points.length / pieces - 1);
            int to = (piece + 1) * points.length / pieces;
            g.setColor(faded(Palette.colour(index), (piece + 1.0) / pieces));
            g.draw(line(at, Arrays.copyOfRange(points, from, to)));
        }
        Ellipse2D start = new Ellipse2D.Double(x(at, points[0]) - 4, y(at, points[0]) - 4, 8, 8);
        g.setColor(Color.WHITE);
        g.fill(start);
        g.setColor(Palette.colour(index));
        g.setStroke(new BasicStroke(2));
        g.draw(start);
        Palette.mark(g, index, x(at, last), y(at, last));
    }

    private static Path2D line(double[][] at, double[]... points) {
        Path2D line = new Path2D.Double();
        line.moveTo(x(at, points[0]), y(at, points[0]));
        for (double[] p : points) {
            line.lineTo(x(at, p), y(at, p));
        }
        return line;
    }

    /** The colour mixed with white: pale at the beginning of a path, full at its end. */
    private static Color faded(Color colour, double time) {
        double weight = PALEST + (1 - PALEST) * time;
        return new Color(
                mixed(colour.getRed(), weight), mixed(colour.getGreen(), weight), mixed(colour.getBlue(), weight));
    }

    private static int mixed(int part, double weight) {
        return (int) Math.round(255 - weight * (255 - part));
    }

    private static double x(double[][] at, double[] m) {
        return m[0] * at[0][0] + m[1] * at[1][0] + m[2] * at[2][0];
    }

    private static double y(double[][] at, double[] m) {
        return m[0] * at[0][1] + m[1] * at[1][1] + m[2] * at[2][1];
    }
}
