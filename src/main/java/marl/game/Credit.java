package marl.game;

/** Who is paid for what a team achieves: the credit assignment of a team game. */
public enum Credit {
    /** Everybody is paid what the team achieves: honest about the goal, silent about whose doing it was. */
    TEAM,
    /** Everybody is paid for its own part only, as each game defines it: easy to learn from, maybe of something else. */
    LOCAL,
    /**
     * Everybody is paid what the team would lack without it, {@code D_i = G(a) - G(a without i)} (Wolpert and Tumer 2001):
     * aligned with the team's goal, and free of most that others do.
     */
    DIFFERENCE
}
