package marl.check;

/** What is special about the step whose target is asked for in 05-3. */
enum TargetKind {
    /** Nothing: all actions are legal, both networks agree, and the episode goes on. */
    MIDDLE,
    /** Some actions are not legal, and all values lie far below 0. */
    ILLEGAL_ACTIONS,
    /** The episode ends, in every other case with no legal action left. */
    END,
    /** The target networks differ from the live ones. */
    TWO_NETWORKS
}
