package marl.deep;

import marl.random.Require;

/**
 * What a recurrent learner replays, and with which hidden state a replayed sequence begins. A piece from the middle of an
 * episode begins with a past that is not in it; Kapturowski et al. (2019, section 3) compare what can be done about that. Awkward: no gradient goes back beyond the first step of a piece, so what
 * is to be remembered and what it is good for must lie in one piece, or it is learned by luck only.
 */
public sealed interface SequenceStart {
    /** Whole episodes from zeros: exact, since episodes do begin so (Hausknecht and Stone 2015, "sequential updates"). */
    record WholeEpisodes() implements SequenceStart {}

    /**
     * Pieces that begin with zeros wherever they are (Hausknecht and Stone 2015, "random updates"). What happened before a piece
     * is lost to it.
     *
     * @param length the steps of a piece
     */
    record Zero(int length) implements SequenceStart {
        /** Checks the number. */
        public Zero {
            requireLength(length);
        }
    }

    /**
     * Pieces before which the network walks over some steps, from zeros and without learning, to find its hidden state. Exact
     * where the episode began within these steps.
     *
     * @param length the steps of a piece
     * @param burnIn how many steps before it
     */
    record BurnIn(int length, int burnIn) implements SequenceStart {
        /** Checks the numbers. */
        public BurnIn {
            requireLength(length);
            Require.that(burnIn > 0, "A burn-in has at least one step, not " + burnIn + "; say Zero for none.");
        }
    }

    /**
     * Pieces that begin with the hidden state which the network had there when the step was lived through. It ages as the
     * network learns on.
     *
     * @param length the steps of a piece
     */
    record Stored(int length) implements SequenceStart {
        /** Checks the number. */
        public Stored {
            requireLength(length);
        }
    }

    private static void requireLength(int length) {
        Require.that(length > 0, "A piece of an episode has at least one step, not " + length + ".");
    }
}
