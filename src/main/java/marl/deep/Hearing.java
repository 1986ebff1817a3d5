package marl.deep;

/** Whom an agent of a {@link CommNet} hears. All but the first are ablations: with them one measures whether messages matter. */
public enum Hearing {
    /** The others of its game, itself left out: the network as it is meant. */
    OTHERS,
    /** Nobody: zeros arrive. */
    NOBODY,
    /** All of its game, itself included: a mistake that is often made. */
    EVERYBODY,
    /** What it would hear in the next game of the batch: messages of the right kind that say nothing about its own game. */
    SHUFFLED
}
