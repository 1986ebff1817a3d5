package marl.deep;

/** What the critic of an {@link ActorCritic} sees while it trains; nobody needs a critic to act. */
public enum CriticKind {
    /** There is none: an action is judged by all that was paid after it (Williams 1992). */
    NONE,
    /** What the agent itself sees: independent learners (de Witt et al. 2020). */
    LOCAL,
    /** The state of the whole game: centralised training (Yu et al. 2022). */
    CENTRAL
}
