package marl.deep;

import java.util.List;
import marl.agent.JointTransition;
import marl.agent.Policy;
import marl.agent.TeamLearner;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Step;
import marl.random.Rng;

/** Episodes of a team, paid the mean of the agents' rewards: for training, and without it. */
final class TeamLoop {
    private TeamLoop() {}

    static void train(TeamLearner team, MarkovGame game, int episodes, long seed) {
        for (int episode = 0; episode < episodes; episode++) {
            team.startEpisode(episode);
            Rng rng = Rng.of(seed, "acting", episode);
            double[][] seen = game.reset(Rng.mix(seed, "game", episode));
            boolean[][] before = legal(game);
            boolean over = false;
            while (!over) {
                double[] state = game.state();
                int[] actions = new int[game.agents()];
                for (int i = 0; i < actions.length; i++) {
                    actions[i] = team.actor(i).act(seen[i], game.legalActions(i), rng);
                }
                Step step = game.step(JointAction.of(actions.clone()));
                boolean[][] legal = legal(game);
                team.learn(new JointTransition(
                        state,
                        seen,
                        before,
                        actions,
                        mean(step.rewards()),
                        game.state(),
                        step.observations(),
                        legal,
                        step.terminated(),
                        step.truncated()));
                seen = step.observations();
                before = legal;
                over = step.over();
            }
        }
    }

    private static boolean[][] legal(MarkovGame game) {
        boolean[][] legal = new boolean[game.agents()][];
        for (int i = 0; i < legal.length; i++) {
            legal[i] = game.legalActions(i);
        }
        return legal;
    }

    /** What one episode pays. */
    static double play(List<Policy> team, MarkovGame game, long seed) {
        Rng rng = Rng.of(seed);
        double[][] seen = game.reset(seed);
        double paid = 0;
        boolean over = false;
        while (!over) {
            int[] actions = new int[game.agents()];
            for (int i = 0; i < actions.length; i++) {
                actions[i] = team.get(i).act(seen[i], game.legalActions(i), rng);
            }
            Step step = game.step(JointAction.of(actions));
            paid += mean(step.rewards());
            seen = step.observations();
            over = step.over();
        }
        return paid;
    }

    private static double mean(double[] rewards) {
        double sum = 0;
        for (double reward : rewards) {
            sum += reward;
        }
        return sum / rewards.length;
    }
}
