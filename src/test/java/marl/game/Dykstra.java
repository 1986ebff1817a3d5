package marl.game;

/**
 * The nearest point of a cone {@code {f : A f >= 0}} by Dykstra's alternating projections (Dykstra 1983): one half-space
 * after the other, each time giving back what was added for it the last time. Shares nothing with {@link ConeProjection},
 * and is far slower.
 */
final class Dykstra {
    private static final int MOST_ROUNDS = 1_000_000;

    private Dykstra() {}

    static double[] nearest(double[][] cone, double... point) {
        double[] x = point.clone();
        double[] added = new double[cone.length];
        double scale = 0;
        for (double entry : point) {
            scale = Math.max(scale, Math.abs(entry));
        }
        double change = Double.POSITIVE_INFINITY;
        for (int round = 0; change > 1e-15 * scale; round++) {
            if (round > MOST_ROUNDS) {
                throw new IllegalStateException("no end in sight");
            }
            change = 0;
            for (int i = 0; i < cone.length; i++) {
                double squares = 0;
                double product = 0;
                for (int k = 0; k < x.length; k++) {
                    squares += cone[i][k] * cone[i][k];
                    product += cone[i][k] * x[k];
                }
                double now = Math.max(0, added[i] - product / squares);
                for (int k = 0; k < x.length; k++) {
                    x[k] += (now - added[i]) * cone[i][k];
                }
                change = Math.max(change, Math.abs(now - added[i]));
                added[i] = now;
            }
        }
        return x;
    }

    /** By how much the worst inequality is violated. */
    static double violation(double[][] cone, double... point) {
        double worst = 0;
        for (double[] row : cone) {
            double product = 0;
            for (int k = 0; k < point.length; k++) {
                product += row[k] * point[k];
            }
            worst = Math.max(worst, -product);
        }
        return worst;
    }
}
