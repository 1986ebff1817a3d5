package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson10;
import marl.exercise.Lesson10.TurnTarget;
import marl.exercise.Lesson10.Worst;

/** The checks of 10-4 and 10-5, games in turns. */
final class TurnChecks {

    private TurnChecks() {}

    static Checks<TurnTarget> target() {
        return Checks.of(
                Lesson10.TURN_TARGET,
                part(
                        "in the middle of the game",
                        1,
                        "The reward minus the largest value among the moves that the other side is allowed.",
                        TurnChecks::middle),
                part(
                        "where the game has ended",
                        1,
                        "Nobody moves after the end: the target is the reward.",
                        TurnChecks::end));
    }

    static Checks<Worst> worst() {
        return Checks.of(
                Lesson10.WORST,
                part(
                        "your one move, then the opponent's",
                        1,
                        "Follow the move that the policy makes; then the opponent takes the least of what is left.",
                        TurnChecks::twoMoves),
                part(
                        "games of any length",
                        2,
                        "From the last situation back to the first: the policy's own move where it moves, the least of"
                                + " all moves where the opponent does.",
                        TurnChecks::anyGame));
    }

    private static void middle(TurnTarget answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int c = 0; c < cases.count(); c++) {
            double[] drawn = Draw.distinctValues(random, random.nextInt(2, 7));
            double wide = c % 3 == 2 ? 100 : 1;
            double down = c % 2 == 1 ? 6 * wide : 0;
            double[] next =
                    Arrays.stream(drawn).map(value -> wide * value - down).toArray();
            boolean[] legal = new boolean[next.length];
            for (int a = 0; a < legal.length; a++) {
                legal[a] = random.nextBoolean();
            }
            legal[random.nextInt(legal.length)] = true;
            double reward = c % 2 == 0 ? 0 : Draw.tenth(random, -1, 1);
            compare(answer, reward, next, legal, false);
        }
    }

    private static void end(TurnTarget answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            double[] next = c % 3 == 0 ? new double[0] : Draw.values(random, random.nextInt(1, 5));
            boolean[] legal = new boolean[next.length];
            Arrays.fill(legal, c % 3 == 1);
            compare(answer, Draw.tenth(random, -1, 1), next, legal, true);
        }
    }

    private static void compare(TurnTarget answer, double reward, double[] next, boolean[] legal, boolean ended) {
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < next.length; a++) {
            best = legal[a] ? Math.max(best, next[a]) : best;
        }
        double[] lent = next.clone();
        boolean[] lentLegal = legal.clone();
        given(
                        "reward %s, the other side's values %s, allowed %s, %s",
                        show(reward), show(next), Arrays.toString(legal), ended ? "ended" : "not ended")
                .close(ended ? reward : reward - best, answer.target(reward, lent, lentLegal, ended), 1e-9);
        given("the other side's values %s", show(next))
                .unchanged(new Object[] {next, legal}, new Object[] {lent, lentLegal});
    }

    private static void twoMoves(Worst answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        for (int c = 0; c < cases.count(); c++) {
            Tree tree = Tree.drawn(random, random.nextInt(2, 4), 2, true);
            tree.ask(answer);
        }
    }

    private static void anyGame(Worst answer, Cases cases) {
        SplittableRandom random = cases.random(4);
        for (int c = 0; c < cases.count(); c++) {
            Tree tree = Tree.drawn(random, 3, random.nextInt(5), random.nextBoolean());
            tree.ask(answer);
        }
    }

    /** A game of turns; in every situation that is no end somebody has one move or more. */
    private record Tree(int[][] after, int[] chosen, double[] result) {

        static Tree drawn(SplittableRandom random, int moves, int depth, boolean policyStarts) {
            List<int[]> after = new ArrayList<>(List.of(new int[0]));
            List<Integer> chosen = new ArrayList<>(List.of(-1));
            int from = 0;
            for (int level = 0; level < depth; level++) {
                int to = after.size();
                for (int s = from; s < to; s++) {
                    boolean ends = level > 0 && depth > 2 && random.nextInt(4) == 0;
                    int[] next = new int[ends ? 0 : depth > 2 ? random.nextInt(1, moves + 1) : moves];
                    for (int k = 0; k < next.length; k++) {
                        next[k] = after.size();
                        after.add(new int[0]);
                        chosen.add(-1);
                    }
                    after.set(s, next);
                    boolean policyMoves = (level % 2 == 0) == policyStarts;
                    chosen.set(s, next.length > 0 && policyMoves ? random.nextInt(next.length) : -1);
                }
                from = to;
            }
            double[] result = Draw.values(random, after.size());
            return new Tree(
                    after.toArray(int[][]::new),
                    chosen.stream().mapToInt(i -> i).toArray(),
                    result);
        }

        double worst() {
            double[] value = result.clone();
            for (int s = after.length - 1; s >= 0; s--) {
                if (after[s].length > 0) {
                    value[s] = chosen[s] >= 0
                            ? value[after[s][chosen[s]]]
                            : Arrays.stream(after[s])
                                    .mapToDouble(next -> value[next])
                                    .min()
                                    .orElseThrow();
                }
            }
            return value[0];
        }

        void ask(Worst answer) {
            int[][] lentAfter = Draw.copy(after);
            int[] lentChosen = chosen.clone();
            double[] lentResult = result.clone();
            String tree = String.format(
                    "after %s, chosen %s, result %s",
                    Arrays.deepToString(after), Arrays.toString(chosen), show(result));
            given("%s", tree).close(worst(), answer.worst(lentAfter, lentChosen, lentResult), 1e-9);
            given("%s", tree)
                    .that(
                            Arrays.deepEquals(lentAfter, after)
                                    && Arrays.equals(lentChosen, chosen)
                                    && Arrays.equals(lentResult, result),
                            "to find the arrays as they were",
                            "%s, %s, %s",
                            Arrays.deepToString(lentAfter),
                            Arrays.toString(lentChosen),
                            show(lentResult));
        }
    }
}
