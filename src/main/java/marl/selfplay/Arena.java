package marl.selfplay;

import marl.agent.Learner;
import marl.agent.Policy;
import marl.random.Rng;

/** A game of two in which one seat learns against a fixed rival. */
interface Arena {
    /** The game's name, for messages. */
    String name();

    /**
     * Refuses one learner for both seats where the seats differ.
     *
     * @throws IllegalArgumentException unless one learner can hold either seat
     */
    void requireOneForBothSeats();

    /** How the learner plays now, fixed for an episode. */
    default Policy latest(Learner learner) {
        return learner.greedy();
    }

    /**
     * Plays an episode.
     *
     * @param seat the learner's, 0 or 1
     * @param own the learner's chance
     * @param others the rival's chance
     * @param world the game's chance
     */
    void play(Learner learner, Policy rival, int seat, Rng own, Rng others, Rng world);

    /** What a seat was paid in the last episode. */
    double paid(int seat);
}
