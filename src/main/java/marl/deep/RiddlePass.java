package marl.deep;

import java.util.Arrays;
import marl.nn.Discretise;
import marl.nn.Rows;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;

/**
 * The prisoners' network run over a batch of episodes, day after day, all agents at once. The visitor's message goes to the visitor of
 * the next day, and to nobody else: it is the bulb.
 */
final class RiddlePass {
    /** How messages are made and decisions taken. */
    record Manner(
            boolean differentiable, boolean cut, boolean silent, double sigma, double epsilon, boolean execution) {}

    final RiddleEpisodes episodes;
    /** Values and messages of all agents, [day], each [size * agents, 3 or 4]. */
    final Tensor[] values;
    /** What the visitor did, 1 for telling, [day][episode]. */
    final int[][] actions;
    /** The bit that the visitor chose (RIAL) or that its message is rounded to (DIAL), [day][episode]. */
    final int[][] bits;
    /** Whether the episode is still running in the morning, [day][episode]. */
    final boolean[][] alive;

    private final double[][] noise;

    private RiddlePass(RiddleEpisodes episodes, int[][] actions, int[][] bits, double[][] noise) {
        this.episodes = episodes;
        this.actions = actions;
        this.bits = bits;
        this.noise = noise;
        values = new Tensor[episodes.days];
        alive = new boolean[episodes.days][episodes.size];
        Arrays.fill(alive[0], true);
    }

    /** Plays: decisions are epsilon-greedy. */
    static RiddlePass play(Tape tape, RiddleAgents net, RiddleEpisodes episodes, Manner manner, Rng rng) {
        double[][] noise = new double[episodes.days][episodes.size];
        for (double[] day : noise) {
            if (!manner.execution()) {
                Arrays.setAll(day, b -> rng.gaussian());
            }
        }
        RiddlePass pass = new RiddlePass(
                episodes, new int[episodes.days][episodes.size], new int[episodes.days][episodes.size], noise);
        pass.run(tape, net, manner, day -> pass.decide(day, manner, rng));
        return pass;
    }

    /** The same decisions and noise through another network: what a target network says of them. */
    RiddlePass again(Tape tape, RiddleAgents net, Manner manner) {
        RiddlePass pass = new RiddlePass(episodes, actions, bits, noise);
        pass.run(tape, net, manner, day -> {});
        return pass;
    }

    private interface Decisions {
        void take(int day);
    }

    private void run(Tape tape, RiddleAgents net, Manner manner, Decisions decisions) {
        int rows = episodes.size * episodes.agents;
        int[] episode = new int[rows];
        Arrays.setAll(episode, r -> r / episodes.agents);
        Tensor hidden = net.memory().zero(tape, rows);
        Tensor message = tape.column(new double[episodes.size]);
        for (int day = 0; day < episodes.days; day++) {
            Tensor inRoom = tape.column(episodes.inRoom(day));
            Tensor heard = Rows.pick(message, episode).times(inRoom);
            hidden = net.memory().step(inRoom.concat(heard), hidden);
            values[day] = net.values(hidden);
            decisions.take(day);
            if (day + 1 < episodes.days) {
                for (int b = 0; b < episodes.size; b++) {
                    alive[day + 1][b] = alive[day][b] && actions[day][b] == RiddleAgents.NONE;
                }
                message = message(tape, day, manner);
            }
        }
    }

    private Tensor message(Tape tape, int day, Manner manner) {
        if (manner.silent()) {
            return tape.column(new double[episodes.size]);
        }
        if (!manner.differentiable()) {
            return tape.column(Arrays.stream(bits[day]).asDoubleStream().toArray());
        }
        Tensor all = values[day].slice(RiddleAgents.MESSAGE, RiddleAgents.MESSAGE + 1);
        Tensor said = Rows.pick(all, episodes.visitorRows(day));
        if (manner.execution()) {
            return Discretise.threshold(said);
        }
        Tensor sent = Discretise.noisy(said, manner.sigma(), noise[day]);
        return manner.cut() ? sent.detach() : sent;
    }

    private void decide(int day, Manner manner, Rng rng) {
        double[] v = values[day].numbers();
        int columns = values[day].columns();
        int[] rows = episodes.visitorRows(day);
        for (int b = 0; b < rows.length; b++) {
            int at = rows[b] * columns;
            actions[day][b] = choice(v[at + RiddleAgents.TELL] > v[at + RiddleAgents.NONE], manner, rng);
            int from = at + RiddleAgents.MESSAGE;
            bits[day][b] = manner.differentiable() ? (v[from] > 0 ? 1 : 0) : choice(v[from + 1] > v[from], manner, rng);
        }
    }

    private static int choice(boolean greedy, Manner manner, Rng rng) {
        if (!manner.execution() && rng.uniform() < manner.epsilon()) {
            return rng.below(2);
        }
        return greedy ? 1 : 0;
    }

    /** What the team is paid on a day: for telling, while the episode runs. */
    double reward(int day, int episode) {
        return alive[day][episode] && actions[day][episode] == RiddleAgents.TELL ? episodes.told(day, episode) : 0;
    }

    /** The mean return over all episodes. */
    double value() {
        double sum = 0;
        for (int day = 0; day < episodes.days; day++) {
            for (int b = 0; b < episodes.size; b++) {
                sum += reward(day, b);
            }
        }
        return sum / episodes.size;
    }
}
