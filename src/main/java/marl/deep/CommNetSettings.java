package marl.deep;

/**
 * How a {@link CommNet} is built.
 *
 * @param things how many different things an agent may see
 * @param fields how many of them it sees at once
 * @param agents how many agents a game has
 * @param actions how many actions each has
 * @param hidden the width of the hidden state
 * @param rounds how often they talk
 * @param skip whether every round sees the embedding again
 * @param width the width of a message, if a layer makes it; 0 if the hidden state is the message
 * @param bits whether a message is bits
 * @param keys the width of queries and signatures; 0 for the mean
 */
public record CommNetSettings(
        int things,
        int fields,
        int agents,
        int actions,
        int hidden,
        int rounds,
        boolean skip,
        int width,
        boolean bits,
        int keys) {
    /** Whether a layer of its own makes the messages. */
    boolean speaks() {
        return width > 0;
    }

    /** The width of what is heard. */
    int heard() {
        return speaks() ? width : hidden;
    }
}
