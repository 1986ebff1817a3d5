package marl.view;

/** A row of blocks whose heights follow a series: ▁▃▆█. */
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final int LONGEST = 40;

    private Sparkline() {}

    /**
     * At most 40 blocks, each the mean of its share of {@code values}, with the scale running from {@code low} to
     * {@code high}.
     */
    static String of(double[] values, double low, double high) {
        int length = Math.min(LONGEST, values.length);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int from = (int) ((long) i * values.length / length);
            int to = (int) ((long) (i + 1) * values.length / length);
            double sum = 0;
            for (int v = from; v < to; v++) {
                sum += values[v];
            }
            double share = high > low ? (sum / (to - from) - low) / (high - low) : 0;
            int block = (int) Math.round(share * (BLOCKS.length() - 1));
            line.append(BLOCKS.charAt(Math.max(0, Math.min(BLOCKS.length() - 1, block))));
        }
        return line.toString();
    }
}
