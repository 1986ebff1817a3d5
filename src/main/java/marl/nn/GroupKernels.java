package marl.nn;

/**
 * What rows do among each other in groups of equal size: the first n rows are the first group, and so on, in each backend.
 */
interface GroupKernels {
    /** Scaled dot-product attention: where it reads and where it writes. Rows of all are [groups * n, ...]. */
    record Attending(int n, boolean withSelf, Storage queries, Storage keys, Storage values, Storage weights) {
        double scale() {
            return 1 / Math.sqrt(queries.columns);
        }
    }

    /** y = the mean of the other rows of the group + beta y; 0 for a row alone. It is its own way back. */
    void meanOfOthers(Storage x, int n, double beta, Storage y);

    /** weights[i][j] = softmax over j of q[i] k[j] / sqrt(d), and y[i] = the sum of weights[i][j] v[j]. */
    void attention(Attending a, Storage y);

    /** Gradients by queries, keys and values, all overwritten: callers add them up. */
    void attentionBackward(Attending a, Storage g, Storage gq, Storage gk, Storage gv);

    /** y[r] = x[chosen[r]], whole rows. */
    void pick(Storage x, int[] chosen, Storage y);

    /** gx[chosen[r]] += g[r], whole rows: the way back of {@link #pick}. */
    void addPicked(Storage g, int[] chosen, Storage gx);
}
