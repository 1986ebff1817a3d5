package marl.selfplay;

import java.util.Locale;
import marl.agent.Policy;

/**
 * A frozen former self in an {@link OpponentPool}, and how the learner has fared against it since. The policy never
 * changes; the record does.
 */
public final class Snapshot {
    private final Policy policy;
    private final long episode;
    private long games;
    private double score;

    /**
     * A snapshot that nobody has met.
     *
     * @param episode after how many episodes of its learner it was taken
     */
    public Snapshot(Policy policy, long episode) {
        this(policy, episode, 0, 0);
    }

    Snapshot(Policy policy, long episode, long games, double score) {
        this.policy = policy;
        this.episode = episode;
        this.games = games;
        this.score = score;
    }

    /** How it plays. */
    public Policy policy() {
        return policy;
    }

    /** After how many episodes of its learner it was taken. */
    public long episode() {
        return episode;
    }

    /** How often the learner has met it. */
    public long games() {
        return games;
    }

    /** The learner's points against it: 1 for each game won, a half for each drawn. */
    public double score() {
        return score;
    }

    /**
     * The learner's share of points against it, from 0 to 1, with one imaginary draw added: {@code (score + 1/2) /
     * (games + 1)}. So a snapshot that was never met counts as an equal.
     */
    public double winRate() {
        return (score + 0.5) / (games + 1);
    }

    /** Notes a game: 1 if the learner won, a half for a draw, 0 if it lost. */
    void met(double points) {
        games++;
        score += points;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "snapshot of episode %d, met %d times, win rate %.2f", episode, games, winRate());
    }
}
