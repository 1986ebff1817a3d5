package marl.deep;

import java.util.Arrays;
import java.util.List;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.ObservationIndex;
import marl.env.Step;
import marl.random.Rng;

/** Games of one step side by side: what is seen in them as numbers of things, and what joint actions are paid. */
final class OneStepGames {
    private final MarkovGame[] games;
    private final List<ObservationIndex> fields;

    OneStepGames(MarkovGame game, List<ObservationIndex> fields, int count) {
        games = new MarkovGame[count];
        Arrays.setAll(games, g -> game.copy());
        this.fields = List.copyOf(fields);
    }

    /** As many other games of the same kind. */
    OneStepGames copy() {
        return new OneStepGames(games[0], fields, games.length);
    }

    int count() {
        return games.length;
    }

    /** Begins all games and returns what is seen in them, fields fastest, then agents. */
    int[] begin(long seed, String purpose, long first) {
        int[] seen = new int[games.length * games[0].agents() * fields.size()];
        int at = 0;
        for (int g = 0; g < games.length; g++) {
            for (double[] observation : games[g].reset(Rng.mix(seed, purpose, first + g))) {
                int before = 0;
                for (ObservationIndex field : fields) {
                    seen[at++] = before + field.of(observation);
                    before += field.size();
                }
            }
        }
        return seen;
    }

    /** The states, [game][coordinate]. */
    double[][] states() {
        double[][] states = new double[games.length][];
        Arrays.setAll(states, g -> games[g].state());
        return states;
    }

    /**
     * What each game pays for these actions, [games * agents], agents fastest.
     *
     * @throws IllegalStateException if a game goes on after the step
     */
    double[] rewards(int... actions) {
        int n = games[0].agents();
        double[] rewards = new double[games.length];
        for (int g = 0; g < games.length; g++) {
            Step step = games[g].step(JointAction.of(Arrays.copyOfRange(actions, g * n, (g + 1) * n)));
            if (!step.over()) {
                throw new IllegalStateException(
                        games[g].name() + " goes on after its first step; this training is for games of one step.");
            }
            rewards[g] = step.rewards()[0];
        }
        return rewards;
    }
}
