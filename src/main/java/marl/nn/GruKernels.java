package marl.nn;

/** What a gated recurrent unit computes step by step, in each backend. {@link Recurrence} does the rest in one go. */
interface GruKernels {
    /**
     * The memory of one unrolling. Sizes: batch B, steps T, hidden H; rows of a matrix over all steps have time slowest.
     *
     * @param steps T
     * @param lengths how many steps each of the B sequences has, or none if all have T
     * @param weight what the hidden state is multiplied with, [3H, H]
     * @param biasIn the bias of the inputs, [1, 3H]
     * @param biasHidden the bias of the hidden state, [1, 3H]
     * @param start the hidden state before the first step, [B, H]
     * @param gates [T*B, 3H]: x W_ih' at first, then reset, update and new
     * @param recurrent [T*B, 3H]: in its last H columns W_hn h + b_hn; the rest is used on the way
     * @param states the hidden states, [T*B, H]
     */
    record Pass(
            int steps,
            int[] lengths,
            Storage weight,
            Storage biasIn,
            Storage biasHidden,
            Storage start,
            Storage gates,
            Storage recurrent,
            Storage states) {
        int batch() {
            return start.rows;
        }

        int hidden() {
            return start.columns;
        }

        /** Whether the sequence of this row is over before this step. */
        boolean over(int row, int step) {
            return lengths.length > 0 && lengths[row] <= step;
        }
    }

    /** Fills gates, recurrent and states. A sequence that is over keeps its state: its gates are 0, 1 and 0. */
    void forward(Pass pass);

    /**
     * Back through all steps. What the gates held becomes the gradient of x W_ih' + b_ih, what recurrent held that of h
     * W_hh' + b_hh, and carried, [B, H], the one of the start, which may be left out.
     */
    void backward(Pass pass, Storage g, boolean toStart, Storage carried);

    /** The gradient of the weight after {@link #backward}: gw = recurrent' h + beta gw, with h of one step before. */
    void weightBackward(Pass pass, double beta, Storage gw);
}
