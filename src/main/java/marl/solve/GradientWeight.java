package marl.solve;

/**
 * What multiplies the score in a sampled policy gradient. All have the same expected gradient; they differ in what chance is left
 * in a sample. Every critic named here is exact.
 */
public enum GradientWeight {
    /** All that is paid from here to the end (Williams 1992). */
    RETURN,
    /** The same minus the mean of it over what the agent sees. */
    RETURN_MINUS_LOCAL_VALUE,
    /** The same minus the mean of it over the state and the step. */
    RETURN_MINUS_STATE_VALUE,
    /** The mean of it given what the agent sees and does: a local critic. */
    LOCAL_CRITIC,
    /** The local critic minus its mean over the agent's own action. */
    LOCAL_ADVANTAGE,
    /** The mean of it given the state, the step and what everybody does: a central critic (Lowe et al. 2017). */
    CENTRAL_CRITIC,
    /** The central critic minus its mean over the agent's own action, the others' held (Foerster et al. 2018, eq. 4). */
    COUNTERFACTUAL
}
