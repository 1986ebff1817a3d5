package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;

import java.util.Arrays;
import java.util.SplittableRandom;
import marl.exercise.Lesson05.Target;

/**
 * A step of a team, as 05-3 is asked for its target.
 *
 * @param reward what the team got
 * @param gamma the discount
 * @param values for each agent the live network's values of its next actions
 * @param frozen the same by the target network
 * @param legal for each agent which next actions are legal
 * @param ended whether the episode is over
 * @param sum what the target networks say of the legal actions that the live ones like best, added up
 */
record TargetCase(
        double reward,
        double gamma,
        double[][] values,
        double[][] frozen,
        boolean[][] legal,
        boolean ended,
        double sum) {

    static TargetCase drawn(SplittableRandom random, TargetKind kind, boolean nothingLeft) {
        int agents = random.nextInt(2, 5);
        int actions = random.nextInt(2, 5);
        double[][] values = new double[agents][];
        double[][] frozen = new double[agents][];
        boolean[][] legal = new boolean[agents][actions];
        double sum = 0;
        for (int i = 0; i < agents; i++) {
            values[i] = Draw.distinctValues(random, actions);
            int sure = random.nextInt(actions);
            permit(random, kind, values[i], legal[i], sure);
            frozen[i] = kind == TargetKind.TWO_NETWORKS ? Draw.values(random, actions) : values[i].clone();
            sum += frozen[i][best(values[i], legal[i], sure)];
        }
        double reward = Draw.tenth(random, -3, 3);
        double gamma = Draw.tenth(random, 0.1, 1);
        boolean ended = kind == TargetKind.END;
        if (ended && nothingLeft) {
            Arrays.stream(legal).forEach(own -> Arrays.fill(own, false));
        }
        return new TargetCase(reward, gamma, values, frozen, legal, ended, sum);
    }

    /** One action is legal for sure, so that there is a best one. */
    private static void permit(SplittableRandom random, TargetKind kind, double[] values, boolean[] legal, int sure) {
        boolean some = kind == TargetKind.ILLEGAL_ACTIONS;
        legal[sure] = true;
        for (int a = 0; a < values.length; a++) {
            values[a] -= some ? 6 : 0;
            legal[a] |= !some || random.nextBoolean();
        }
    }

    private static int best(double[] values, boolean[] legal, int sure) {
        int best = sure;
        for (int a = 0; a < values.length; a++) {
            if (legal[a] && values[a] > values[best]) {
                best = a;
            }
        }
        return best;
    }

    double target() {
        return reward + (ended ? 0 : gamma * sum);
    }

    /** The right number, and nothing written into what was handed over. */
    void judge(Target answer) {
        double[][] next = Draw.copy(values);
        double[][] old = Draw.copy(frozen);
        boolean[][] may = Arrays.stream(legal).map(boolean[]::clone).toArray(boolean[][]::new);
        double got = answer.target(reward, gamma, next, old, may, ended);
        given("%s", this).close(target(), got, 1e-9);
        given("%s", this)
                .that(
                        Arrays.deepEquals(values, next) && Arrays.deepEquals(frozen, old),
                        "nextValues and nextTargetValues as they were",
                        "they became %s and %s",
                        show(next),
                        show(old));
        given("%s", this).that(Arrays.deepEquals(legal, may), "nextLegal as it was", "it became %s", show(may));
    }

    @Override
    public String toString() {
        return "reward %s, gamma %s, next values %s, by the target networks %s, legal %s, terminated %s"
                .formatted(show(reward), show(gamma), show(values), show(frozen), show(legal), ended);
    }
}
