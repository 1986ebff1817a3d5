package marl.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import marl.agent.JointTransition;
import marl.agent.Policy;
import marl.agent.TeamLearner;
import marl.env.MarkovGame;
import marl.env.Step;
import marl.env.TeamReward;

/**
 * Lets a team play a game and learn from every step with the view from above: centralised training, decentralised
 * execution. Only here is {@link MarkovGame#state} read; the actors are given their own observation each.
 *
 * <p>The team's reward is the <b>mean</b> of the agents' rewards, so where all are paid the same it is what each is paid.
 * The episodes returned hold every agent's own rewards.
 *
 * <p>Chance and interrupts are as in {@link Training}. Episodes are seeded as there, so a team and independent learners
 * with the same seed meet the same episodes.
 *
 * <pre>{@code
 * VdnTables team = VdnTables.of(index, 4, 3).alpha(0.05).epsilon(0.1).gamma(0.99).build();
 * Episodes log = TeamTraining.of(game, team).episodes(2_000).seed(7).progress("a team").run();
 * }</pre>
 */
public final class TeamTraining {
    private final MarkovGame game;
    private final TeamLearner team;
    private final TrainingPlan plan = new TrainingPlan();

    private TeamTraining(MarkovGame game, TeamLearner team) {
        this.game = game;
        this.team = team;
    }

    /** A run of this team, which has as many agents as the game, in their order. The game is played in a copy. */
    public static TeamTraining of(MarkovGame game, TeamLearner team) {
        return new TeamTraining(game, team);
    }

    /**
     * How many episodes; 1 unless said.
     *
     * @throws IllegalArgumentException if there is none
     */
    public TeamTraining episodes(int count) {
        plan.episodes(count);
        return this;
    }

    /** The number of the first episode, to go on where another run stopped; 0 unless said. */
    public TeamTraining from(long episode) {
        plan.from(episode);
        return this;
    }

    /** The run's seed; 0 unless said. */
    public TeamTraining seed(long value) {
        plan.seed(value);
        return this;
    }

    /** Shows progress under this name; nothing is shown unless said. */
    public TeamTraining progress(String shown) {
        plan.progress(shown);
        return this;
    }

    /**
     * Does something after each {@code count} episodes, such as an {@link Evaluation}; it is given the number of episodes
     * done so far.
     *
     * @throws IllegalArgumentException if the count is below 1
     */
    public TeamTraining every(int count, LongConsumer action) {
        plan.every(count, action);
        return this;
    }

    /**
     * Plays all episodes.
     *
     * @throws IllegalArgumentException if the game has not as many agents as the team
     * @throws IllegalStateException if the game's state may not be read or an episode reaches
     *     {@link marl.env.StepLimit#LEARNING}
     */
    public Episodes run() {
        List<Policy> actors = new ArrayList<>();
        for (int agent = 0; agent < team.agents(); agent++) {
            actors.add(team.actor(agent));
        }
        return plan.run(game, actors, team::startEpisode, new FromAbove(team));
    }

    /** Tells a team of each step, with the states before and after. */
    private static final class FromAbove implements EpisodeRunner.Witness {
        private final TeamLearner team;
        private MarkovGame played;
        private double[] state;
        private boolean[][] legal;

        FromAbove(TeamLearner team) {
            this.team = team;
        }

        @Override
        public void begin(MarkovGame game) {
            played = game;
            state = game.state();
            legal = new boolean[game.agents()][];
            for (int agent = 0; agent < legal.length; agent++) {
                legal[agent] = game.legalActions(agent);
            }
        }

        @Override
        public void step(double[][] seen, int[] actions, Step step, boolean[][] legalNext) {
            boolean[][] nextLegal = legalNext.clone();
            double[] next = played.state();
            team.learn(new JointTransition(
                    state,
                    seen,
                    legal,
                    actions.clone(),
                    TeamReward.mean(step),
                    next,
                    step.observations(),
                    nextLegal,
                    step.terminated(),
                    step.truncated()));
            state = next;
            legal = nextLegal;
        }
    }
}
