package marl.view;

/** The bars of one group, one per category; {@code low} and {@code high} are empty without intervals. */
record BarGroup(String name, double[] heights, double[] low, double[] high) {
    boolean interval() {
        return low.length > 0;
    }

    double bottom(int category) {
        return interval() ? low[category] : heights[category];
    }

    double top(int category) {
        return interval() ? high[category] : heights[category];
    }
}
