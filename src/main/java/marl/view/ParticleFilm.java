package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds an animation of an episode on a plane: agents are discs that leave a trail, landmarks are grey rings with their numbers.
 * Made by {@link Charts#particles}; ends with {@link #alt}.
 */
public final class ParticleFilm {
    private static final int MOST_FRAMES = 200;
    private static final int MOST_AGENTS = 7;
    private static final int WORDS = 24;
    private static final double MARGIN = 0.1;

    private final int agents;
    private final double[] sizes;
    private final Labels labels = new Labels(480, 500);
    private double[][][] places = new double[0][][];
    private int millis = 200;

    ParticleFilm(int agents, double... sizes) {
        if (agents < 1 || agents > MOST_AGENTS || sizes.length < agents) {
            throw new IllegalArgumentException("A film shows 1 to " + MOST_AGENTS
                    + " agents, and the sizes of all bodies are given, agents first; but got " + agents + " agents and "
                    + sizes.length + " sizes.");
        }
        this.agents = agents;
        this.sizes = sizes.clone();
        labels.xLabel("x");
        labels.yLabel("y");
    }

    /** The title, needed. */
    public ParticleFilm title(String text) {
        labels.title(text);
        return this;
    }

    /** Width and height in CSS pixels; 480 by 500 unless told. */
    public ParticleFilm size(int width, int height) {
        labels.size(width, height);
        return this;
    }

    /**
     * Where all bodies are, {@code [time][body][2]}, agents first; needed.
     *
     * @throws IllegalArgumentException if there are no times or over 200 of them, or a place is missing or not finite
     */
    public ParticleFilm places(List<double[][]> path) {
        boolean sound = !path.isEmpty() && path.size() <= MOST_FRAMES;
        for (double[][] bodies : path) {
            sound &= bodies.length == sizes.length;
            for (double[] place : bodies) {
                sound &= place.length == 2 && Double.isFinite(place[0]) && Double.isFinite(place[1]);
            }
        }
        if (!sound) {
            throw new IllegalArgumentException("A film takes 1 to " + MOST_FRAMES
                    + " times, and at each of them two finite numbers for each of the " + sizes.length + " bodies.");
        }
        places = path.toArray(new double[0][][]);
        return this;
    }

    /** How long each step is shown, 20 to 10,000 milliseconds; 200 unless told. */
    public ParticleFilm millis(int each) {
        millis = each;
        return this;
    }

    /**
     * Draws the film.
     *
     * @param text one or two sentences that say what there is to see, for readers who cannot see it
     * @throws IllegalStateException if the title or the places are missing
     * @throws IllegalArgumentException if the text is blank
     */
    public Animation alt(String text) {
        labels.complete();
        if (places.length == 0) {
            throw new IllegalStateException("There is nothing to draw: add .places(path).");
        }
        List<BufferedImage> frames = new ArrayList<>();
        for (int t = 0; t < places.length; t++) {
            int now = t;
            frames.add(Sheet.draw(labels, new Legend(), "frame", "frame", (g, w, h) -> paint(g, w, h, now))
                    .image());
        }
        return Animation.of(labels.title(), text, twin(), millis, frames);
    }

    /** A square of the plane that holds everything at all times, drawn into a square of the sheet. */
    private final class Plane {
        private final double left;
        private final double top;
        private final double scale;
        private final double half;
        private final double centreX;
        private final double centreY;

        Plane(int width, int height) {
            double reach = 1;
            for (double[][] bodies : places) {
                for (int body = 0; body < sizes.length; body++) {
                    double far = Math.max(Math.abs(bodies[body][0]), Math.abs(bodies[body][1]));
                    reach = Math.max(reach, far + sizes[body]);
                }
            }
            half = reach + MARGIN;
            double side = Math.min(width, height - WORDS) - 4;
            scale = side / (2 * half);
            left = (width - side) / 2;
            top = 2;
            centreX = left + side / 2;
            centreY = top + side / 2;
        }

        double x(double[] place) {
            return centreX + place[0] * scale;
        }

        double y(double[] place) {
            return centreY - place[1] * scale;
        }

        Rectangle2D frame() {
            return new Rectangle2D.Double(left, top, 2 * half * scale, 2 * half * scale);
        }
    }

    private void paint(Graphics2D g, int width, int height, int now) {
        Plane plane = new Plane(width, height);
        g.setColor(Canvas.FAINT);
        g.setStroke(new BasicStroke(1));
        g.draw(plane.frame());
        for (int body = agents; body < sizes.length; body++) {
            paintLandmark(g, plane, body, now);
        }
        for (int agent = 0; agent < agents; agent++) {
            paintAgent(g, plane, agent, now);
        }
        g.setColor(Canvas.INK);
        String clock = "step " + now + " of " + (places.length - 1);
        Canvas.text(g, clock, Canvas.TICK, width / 2.0, height - WORDS / 2.0, 0.5);
    }

    private void paintLandmark(Graphics2D g, Plane plane, int body, int now) {
        double[] place = places[now][body];
        double radius = Math.max(9, sizes[body] * plane.scale);
        g.setColor(new Color(0x777777));
        g.setStroke(new BasicStroke(2));
        g.draw(disc(plane.x(place), plane.y(place), radius));
        Canvas.text(g, Integer.toString(body - agents), Canvas.TICK, plane.x(place), plane.y(place), 0.5);
    }

    private static Ellipse2D disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void paintAgent(Graphics2D g, Plane plane, int agent, int now) {
        Path2D trail = new Path2D.Double();
        for (int t = 0; t <= now; t++) {
            double[] place = places[t][agent];
            if (t == 0) {
                trail.moveTo(plane.x(place), plane.y(place));
            } else {
                trail.lineTo(plane.x(place), plane.y(place));
            }
        }
        Color colour = Palette.colour(agent);
        g.setColor(colour);
        g.setStroke(Palette.stroke(agent));
        g.draw(trail);
        double[] place = places[now][agent];
        g.setColor(
                new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 170)); // a landmark below shows through
        g.fill(disc(plane.x(place), plane.y(place), sizes[agent] * plane.scale));
        g.setColor(Ramp.ink(colour));
        Canvas.text(
                g,
                Integer.toString(agent),
                Canvas.font(Font.BOLD, 15),
                plane.x(place),
                plane.y(place) - 0.5 * sizes[agent] * plane.scale,
                0.5);
    }

    private String twin() {
        StringBuilder text =
                new StringBuilder(labels.title() + ": " + (places.length - 1) + " steps, places as (x, y)");
        for (int body = 0; body < sizes.length; body++) {
            boolean agent = body < agents;
            text.append(agent ? "\nagent " + body : "\nlandmark " + (body - agents));
            for (int t = 0; t < places.length; t += agent ? 4 : places.length) {
                text.append(" (").append(Numbers.text(places[t][body][0])).append(", ");
                text.append(Numbers.text(places[t][body][1])).append(")");
            }
        }
        return text.toString();
    }
}
