package marl.view;

import java.awt.Color;

/** Colours for numbers. Both ramps can be read with the common kinds of colour blindness. */
enum Ramp {
    /** Viridis (Smith and van der Walt 2015): lightness rises evenly from dark purple to yellow. */
    VIRIDIS(0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725),
    /** ColorBrewer's RdBu: red below zero, blue above, the paler the nearer to zero. */
    RED_BLUE(
            0x67001F, 0xB2182B, 0xD6604D, 0xF4A582, 0xFDDBC7, 0xF7F7F7, 0xD1E5F0, 0x92C5DE, 0x4393C3, 0x2166AC,
            0x053061);

    private final int[] anchors;

    Ramp(int... anchors) {
        this.anchors = anchors;
    }

    /** The colour at {@code share} of the way from the lowest (0) to the highest (1) number. */
    Color at(double share) {
        double place = Math.min(1, Math.max(0, share)) * (anchors.length - 1);
        int left = Math.min((int) place, anchors.length - 2);
        return mix(new Color(anchors[left]), new Color(anchors[left + 1]), place - left);
    }

    /**
     * Black or white, whichever has more contrast on {@code background}: at least 4.5 to 1, what WCAG 2 asks of text.
     */
    static Color ink(Color background) {
        return contrast(background, Color.BLACK) > contrast(background, Color.WHITE) ? Color.BLACK : Color.WHITE;
    }

    /** The contrast ratio of WCAG 2, from 1 to 21. */
    static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    /** Relative luminance between 0 and 1, as WCAG 2 defines it. */
    static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
                (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
                (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())));
    }
}
