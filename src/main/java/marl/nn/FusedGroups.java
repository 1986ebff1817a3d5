package marl.nn;

import java.nio.FloatBuffer;

/** What rows do in groups, in single precision: loops on the heap, group by group. */
final class FusedGroups implements GroupKernels {
    private final Scratch first = new Scratch();
    private final Scratch second = new Scratch();
    private final Scratch third = new Scratch();
    private final Scratch fourth = new Scratch();
    private final Scratch results = new Scratch();
    private final Scratch keyResults = new Scratch();
    private final Scratch sums = new Scratch();

    @Override
    public void meanOfOthers(Storage x, int n, double beta, Storage y) {
        int d = x.columns;
        float[] from = first.get(x);
        float[] to = beta == 0 ? results.zeros(y.size()) : results.get(y);
        float share = n == 1 ? 0 : 1f / (n - 1);
        for (int at = 0; at < x.size(); at += n * d) {
            float[] total = sums.zeros(d);
            for (int i = 0; i < n; i++) {
                FloatRows.add(from, at + i * d, total, 0, d);
            }
            for (int i = 0; i < n; i++) {
                addOthers(total, from, to, at + i * d, d, share);
            }
        }
        Scratch.put(to, y);
    }

    private static void addOthers(float[] total, float[] from, float[] to, int at, int d, float share) {
        for (int c = 0; c < d; c++) {
            to[at + c] += (total[c] - from[at + c]) * share;
        }
    }

    @Override
    public void attention(Attending a, Storage y) {
        int n = a.n();
        int d = a.queries().columns;
        int width = y.columns;
        float[] q = first.get(a.queries());
        float[] k = second.get(a.keys());
        float[] v = third.get(a.values());
        float[] weights = fourth.zeros(y.rows * n);
        float[] out = results.zeros(y.size());
        for (int row = 0; row < y.rows; row++) {
            int group = row - row % n;
            int at = row * n;
            int own = a.withSelf() ? -1 : row % n;
            float top = Float.NEGATIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                if (j != own) {
                    weights[at + j] = (float) (dot(q, row * d, k, (group + j) * d, d) * a.scale());
                    top = Math.max(top, weights[at + j]);
                }
            }
            softmax(weights, at, n, own, top);
            for (int j = 0; j < n; j++) {
                addScaled(weights[at + j], v, (group + j) * width, out, row * width, width);
            }
        }
        Scratch.put(weights, a.weights());
        Scratch.put(out, y);
    }

    /** All but the left-out column, which becomes 0; where nothing else is there, it stays at that. */
    private static void softmax(float[] x, int at, int n, int without, float top) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            x[at + j] = j == without ? 0 : (float) Math.exp(x[at + j] - top);
            sum += x[at + j];
        }
        float scale = sum == 0 ? 0 : (float) (1 / sum);
        for (int j = 0; j < n; j++) {
            x[at + j] *= scale;
        }
    }

    @Override
    public void attentionBackward(Attending a, Storage g, Storage gq, Storage gk, Storage gv) {
        toValues(a, g, gv);
        int n = a.n();
        int d = a.queries().columns;
        int width = g.columns;
        float[] v = third.get(a.values());
        float[] back = results.get(g);
        float[] slopes = fourth.get(a.weights());
        for (int row = 0; row < g.rows; row++) {
            int group = row - row % n;
            float[] toWeights = sums.allocate(n);
            float shared = 0;
            for (int j = 0; j < n; j++) {
                toWeights[j] = dot(back, row * width, v, (group + j) * width, width);
                shared += slopes[row * n + j] * toWeights[j];
            }
            for (int j = 0; j < n; j++) {
                slopes[row * n + j] *= (float) ((toWeights[j] - shared) * a.scale());
            }
        }
        float[] q = first.get(a.queries());
        float[] k = second.get(a.keys());
        float[] toQueries = results.zeros(gq.size());
        float[] toKeys = keyResults.zeros(gk.size());
        for (int row = 0; row < g.rows; row++) {
            int group = row - row % n;
            for (int j = 0; j < n; j++) {
                float slope = slopes[row * n + j];
                addScaled(slope, k, (group + j) * d, toQueries, row * d, d);
                addScaled(slope, q, row * d, toKeys, (group + j) * d, d);
            }
        }
        Scratch.put(toQueries, gq);
        Scratch.put(toKeys, gk);
    }

    private void toValues(Attending a, Storage g, Storage gv) {
        int n = a.n();
        int width = g.columns;
        float[] weights = fourth.get(a.weights());
        float[] back = first.get(g);
        float[] to = results.zeros(gv.size());
        for (int row = 0; row < g.rows; row++) {
            int group = row - row % n;
            for (int j = 0; j < n; j++) {
                addScaled(weights[row * n + j], back, row * width, to, (group + j) * width, width);
            }
        }
        Scratch.put(to, gv);
    }

    private static float dot(float[] a, int i, float[] b, int j, int n) {
        float sum = 0;
        for (int c = 0; c < n; c++) {
            sum += a[i + c] * b[j + c];
        }
        return sum;
    }

    private static void addScaled(float factor, float[] from, int i, float[] to, int j, int n) {
        for (int c = 0; c < n; c++) {
            to[j + c] += factor * from[i + c];
        }
    }

    @Override
    public void pick(Storage x, int[] chosen, Storage y) {
        int d = x.columns;
        float[] to = results.allocate(y.size());
        FloatBuffer from = ((Storage.Floats) x).buffer;
        for (int r = 0; r < y.rows; r++) {
            from.get(chosen[r] * d, to, r * d, d);
        }
        Scratch.put(to, y);
    }

    @Override
    public void addPicked(Storage g, int[] chosen, Storage gx) {
        int d = g.columns;
        float[] from = first.get(g);
        float[] row = sums.allocate(d);
        FloatBuffer to = ((Storage.Floats) gx).buffer;
        for (int r = 0; r < g.rows; r++) {
            to.get(chosen[r] * d, row, 0, d);
            FloatRows.add(from, r * d, row, 0, d);
            to.put(chosen[r] * d, row, 0, d);
        }
    }
}
