package marl.solve;

import java.util.Arrays;
import marl.random.Require;

/**
 * The policy gradient of a team with one table of logits for each agent (a softmax for each thing it may see, no memory), exactly:
 * its mean and its variance, for every {@link GradientWeight}. A <b>sample</b> is one step of experience: the step's number is
 * uniform, the state and the actions are what the policies make of it; its gradient is the horizon times the weight times the slope
 * of the log-probability of what the agent did. Lyu et al. (2021) prove what the numbers show: with exact critics, local and central
 * have one mean, and the local one's variance is not the larger.
 */
public final class TeamGradient {
    private final FiniteDecPomdp world;
    private final double[][][] policies;
    private final double[][] visits;
    private final double[][][] values;
    private final double[][][] squares;
    private final double[][] jointProbability;

    private TeamGradient(FiniteDecPomdp world, double[][][] policies) {
        this.world = world;
        this.policies = policies;
        int steps = world.horizon();
        jointProbability = new double[world.states()][world.jointActions()];
        for (int s = 0; s < world.states(); s++) {
            for (int a = 0; a < world.jointActions(); a++) {
                int[] each = world.split(a);
                jointProbability[s][a] = 1;
                for (int i = 0; i < each.length; i++) {
                    jointProbability[s][a] *= probability(i, s, each[i]);
                }
            }
        }
        visits = new double[steps][world.states()];
        values = new double[steps][world.states()][world.jointActions()];
        squares = new double[steps][world.states()][world.jointActions()];
        lookAhead();
        lookBack();
    }

    /**
     * Computes everything for these logits.
     *
     * @param logits [agent][what it sees][action]
     * @throws IllegalArgumentException if a table has another shape
     */
    public static TeamGradient of(FiniteDecPomdp world, double[][][] logits) {
        Require.that(logits.length == world.agents(), "Give logits for each of the " + world.agents() + " agents.");
        double[][][] policies = new double[logits.length][][];
        for (int i = 0; i < logits.length; i++) {
            Require.that(
                    logits[i].length == world.observations(i),
                    "Agent " + i + " sees one of " + world.observations(i) + " things; give a row for each.");
            policies[i] = new double[logits[i].length][];
            for (int o = 0; o < logits[i].length; o++) {
                Require.that(
                        logits[i][o].length == world.actions(i),
                        "Agent " + i + " has " + world.actions(i) + " actions; give a logit for each.");
                policies[i][o] = softmax(logits[i][o]);
            }
        }
        return new TeamGradient(world, policies);
    }

    static double[] softmax(double... logits) {
        double top = Arrays.stream(logits).max().orElseThrow();
        double sum = Arrays.stream(logits).map(x -> Math.exp(x - top)).sum();
        return Arrays.stream(logits).map(x -> Math.exp(x - top) / sum).toArray();
    }

    private double probability(int agent, int state, int action) {
        return policies[agent][world.observation(agent, state)][action];
    }

    /** The mean and the mean square of what is paid from each step, state and joint action on, from the last step backwards. */
    private void lookAhead() {
        for (int t = world.horizon() - 1; t >= 0; t--) {
            for (int s = 0; s < world.states(); s++) {
                for (int a = 0; a < world.jointActions(); a++) {
                    double later = 0;
                    double laterSquare = 0;
                    if (t + 1 < world.horizon()) {
                        for (int next = 0; next < world.states(); next++) {
                            double p = world.transition(s, a, next);
                            later += p * mean(values[t + 1][next], jointProbability[next]);
                            laterSquare += p * mean(squares[t + 1][next], jointProbability[next]);
                        }
                    }
                    double now = world.reward(s, a);
                    values[t][s][a] = now + later;
                    squares[t][s][a] = now * now + 2 * now * later + laterSquare;
                }
            }
        }
    }

    /** How likely each state is at each step. */
    private void lookBack() {
        Arrays.setAll(visits[0], world::start);
        for (int t = 0; t + 1 < world.horizon(); t++) {
            for (int s = 0; s < world.states(); s++) {
                for (int a = 0; a < world.jointActions(); a++) {
                    for (int next = 0; next < world.states(); next++) {
                        visits[t + 1][next] += visits[t][s] * jointProbability[s][a] * world.transition(s, a, next);
                    }
                }
            }
        }
    }

    private static double mean(double[] numbers, double[] weights) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += weights[i] * numbers[i];
        }
        return sum;
    }

    /** The expected return of the team. */
    public double value() {
        double sum = 0;
        for (int s = 0; s < world.states(); s++) {
            sum += visits[0][s] * mean(values[0][s], jointProbability[s]);
        }
        return sum;
    }

    /**
     * The mean of a sampled gradient, [what the agent sees][its action], a new table; the slope of {@link #value} in the agent's
     * logits, whatever the weight.
     */
    public double[][] mean(int agent, GradientWeight weight) {
        return moment(agent, weight, false);
    }

    /** The variance of a sampled gradient, summed over all logits of the agent. */
    public double variance(int agent, GradientWeight weight) {
        double sum = 0;
        double[][] first = moment(agent, weight, false);
        double[][] second = moment(agent, weight, true);
        for (int o = 0; o < first.length; o++) {
            for (int b = 0; b < first[o].length; b++) {
                sum += second[o][b] - first[o][b] * first[o][b];
            }
        }
        return sum;
    }

    private double[][] moment(int agent, GradientWeight weight, boolean square) {
        double[][] sum = new double[world.observations(agent)][world.actions(agent)];
        WeightTable table = new WeightTable(agent, weight);
        int steps = world.horizon();
        for (int t = 0; t < steps; t++) {
            for (int s = 0; s < world.states(); s++) {
                int seen = world.observation(agent, s);
                for (int a = 0; a < world.jointActions(); a++) {
                    int own = world.split(a)[agent];
                    double p = visits[t][s] * jointProbability[s][a] / steps;
                    double w = square ? steps * steps * table.square(t, s, a) : steps * table.mean(t, s, a);
                    for (int b = 0; b < sum[seen].length; b++) {
                        double slope = (b == own ? 1 : 0) - policies[agent][seen][b];
                        sum[seen][b] += p * w * (square ? slope * slope : slope);
                    }
                }
            }
        }
        return sum;
    }

    /** The mean and the mean square of a weight, given step, state and joint action. */
    private final class WeightTable {
        private final int agent;
        private final GradientWeight weight;
        private final double[][] local;
        private final double[] localValue;

        WeightTable(int agent, GradientWeight weight) {
            this.agent = agent;
            this.weight = weight;
            int seen = world.observations(agent);
            local = new double[seen][world.actions(agent)];
            localValue = new double[seen];
            double[][] likely = new double[seen][world.actions(agent)];
            for (int t = 0; t < world.horizon(); t++) {
                for (int s = 0; s < world.states(); s++) {
                    for (int a = 0; a < world.jointActions(); a++) {
                        double p = visits[t][s] * jointProbability[s][a];
                        local[world.observation(agent, s)][world.split(a)[agent]] += p * values[t][s][a];
                        likely[world.observation(agent, s)][world.split(a)[agent]] += p;
                    }
                }
            }
            for (int o = 0; o < seen; o++) {
                for (int b = 0; b < local[o].length; b++) {
                    local[o][b] = likely[o][b] > 0 ? local[o][b] / likely[o][b] : 0;
                    localValue[o] += policies[agent][o][b] * local[o][b];
                }
            }
        }

        double mean(int t, int s, int a) {
            int seen = world.observation(agent, s);
            return switch (weight) {
                case RETURN, CENTRAL_CRITIC -> values[t][s][a];
                case LOCAL_CRITIC -> local[seen][world.split(a)[agent]];
                case LOCAL_ADVANTAGE -> local[seen][world.split(a)[agent]] - localValue[seen];
                case RETURN_MINUS_LOCAL_VALUE, RETURN_MINUS_STATE_VALUE, COUNTERFACTUAL ->
                    values[t][s][a] - baseline(t, s, a);
            };
        }

        double square(int t, int s, int a) {
            return switch (weight) {
                case LOCAL_CRITIC, LOCAL_ADVANTAGE, CENTRAL_CRITIC, COUNTERFACTUAL -> mean(t, s, a) * mean(t, s, a);
                case RETURN -> squares[t][s][a];
                case RETURN_MINUS_LOCAL_VALUE, RETURN_MINUS_STATE_VALUE -> {
                    double b = baseline(t, s, a);
                    yield squares[t][s][a] - 2 * b * values[t][s][a] + b * b;
                }
            };
        }

        private double baseline(int t, int s, int a) {
            return switch (weight) {
                case RETURN_MINUS_LOCAL_VALUE -> localValue[world.observation(agent, s)];
                case RETURN_MINUS_STATE_VALUE -> TeamGradient.mean(values[t][s], jointProbability[s]);
                case COUNTERFACTUAL -> counterfactual(t, s, a);
                default -> 0;
            };
        }

        private double counterfactual(int t, int s, int a) {
            int[] each = world.split(a);
            double sum = 0;
            for (int b = 0; b < world.actions(agent); b++) {
                each[agent] = b;
                sum += probability(agent, s, b) * values[t][s][world.join(each)];
            }
            return sum;
        }
    }
}
