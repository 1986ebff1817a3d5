package marl.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Which colour a number gets, and the strip beside a chart that says so. */
record ColourBar(Ramp ramp, double low, double high) {
    /** How much room on the right the strip and its numbers need. */
    static final double ROOM = 86;

    /** From the least to the largest number, or, when diverging, equally far on both sides of zero. */
    static ColourBar over(double low, double high, boolean diverging) {
        double reach = Math.max(Math.abs(low), Math.abs(high));
        return diverging ? new ColourBar(Ramp.RED_BLUE, -reach, reach) : new ColourBar(Ramp.VIRIDIS, low, high);
    }

    Color of(double value) {
        return ramp.at(high > low ? (value - low) / (high - low) : 0.5);
    }

    void paint(Graphics2D g, Rectangle2D beside) {
        double x = beside.getMaxX() + 14;
        int steps = 60;
        double height = Math.min(beside.getHeight(), 260);
        double top = beside.getCenterY() - height / 2;
        for (int i = 0; i < steps; i++) {
            g.setColor(ramp.at(1 - (i + 0.5) / steps));
            g.fill(new Rectangle2D.Double(x, top + height * i / steps, 14, height / steps + 0.6));
        }
        g.setColor(Canvas.INK);
        for (int tick = 0; tick <= 2; tick++) {
            if (high == low && tick != 1) {
                continue;
            }
            String text = Numbers.brief(low + (high - low) * tick / 2);
            Canvas.text(g, text, Canvas.TICK, x + 19, top + height * (2 - tick) / 2, 0);
        }
    }
}
