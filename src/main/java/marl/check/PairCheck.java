package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson12;
import marl.exercise.Lesson12.Pair;
import marl.exercise.Part;

/** The check of 12-4: memory and update exactly, exploration and outcome over twenty seeds. */
final class PairCheck {

    private static final double[][] DILEMMA = {{3, 0}, {5, 1}};
    private static final int ROUNDS = 60_000;
    private static final int SEEDS = 20;

    private PairCheck() {}

    static Checks<Lesson12.NewPair> checks() {
        return new Checks<>(
                Lesson12.PAIR,
                List.of(
                        new Part<>(
                                "each sees with its own eyes",
                                1,
                                "After (C, D) player 0 is in CD and player 1 in DC.",
                                (answer, cases) -> eyes(answer.make())),
                        new Part<>(
                                "the update",
                                1,
                                "Each player moves its own value of the situation before the round, towards what it was paid"
                                        + " plus 0.95 times its best value of the situation after it.",
                                PairCheck::update),
                        new Part<>(
                                "the moves",
                                1,
                                "Explore with probability epsilon, over both moves; otherwise the larger value, ties at"
                                        + " random, all from the seed.",
                                PairCheck::moves),
                        new Part<>(
                                "twenty pairs in the dilemma",
                                1,
                                "With exploration falling over two thirds of the rounds most pairs end in mutual defection.",
                                (answer, cases) -> outcome(answer::make, cases))));
    }

    private static void eyes(Pair pair) {
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                int[] joint = {a, b};
                given("player 0 after %s", Arrays.toString(joint)).same(2 * a + b, pair.situation(0, joint.clone()));
                given("player 1 after %s", Arrays.toString(joint)).same(2 * b + a, pair.situation(1, joint.clone()));
            }
        }
    }

    private static void update(Lesson12.NewPair answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        Pair pair = answer.make();
        double[][][] expected = new double[2][5][2];
        for (int c = 0; c < 10 * cases.count(); c++) {
            int player = random.nextInt(2);
            int situation = random.nextInt(5);
            int move = random.nextInt(2);
            int next = random.nextInt(4);
            double paid = Draw.tenth(random, -2, 5);
            double[] row = expected[player][situation];
            double best = Math.max(expected[player][next][0], expected[player][next][1]);
            row[move] += 0.05 * (paid + 0.95 * best - row[move]);
            pair.learn(player, situation, move, paid, next);
            given(
                            "update %d: player %d, situation %d, move %d, paid %s, next %d: its values there",
                            c + 1, player, situation, move, show(paid), next)
                    .close(row, pair.values(player, situation), 1e-9);
        }
    }

    /** Four standard errors of a share over 4,000 moves are 0.032. */
    private static void moves(Lesson12.NewPair answer, Cases cases) {
        Pair pair = answer.make();
        SplittableRandom random = cases.random(2);
        share(pair, random, "no value learned yet, epsilon 0", 0, 0.5);
        pair.learn(0, 2, 1, 4, 2);
        share(pair, random, "defecting is worth more, epsilon 0", 0, 1);
        share(pair, random, "defecting is worth more, epsilon 0.4", 0.4, 0.8);
        share(pair, random, "defecting is worth more, epsilon 1", 1, 0.5);
        long seed = random.nextLong();
        given("the same seed twice").same(pair.act(0, 2, 1, seed), pair.act(0, 2, 1, seed));
    }

    private static void share(Pair pair, SplittableRandom random, String when, double epsilon, double expected) {
        int defections = 0;
        for (int k = 0; k < 4_000; k++) {
            int move = pair.act(0, 2, epsilon, random.nextLong());
            given(when).that(move == 0 || move == 1, "a move of 0 or 1", "%d", move);
            defections += move;
        }
        given("%s: the share of defections in 4,000 moves", when).close(expected, defections / 4_000.0, 0.032);
    }

    /** Nine pairs in ten end in mutual defection; fewer than 12 of 20 then have a probability below 1e-4. */
    private static void outcome(Supplier<Pair> fresh, Cases cases) {
        SplittableRandom random = cases.random(3);
        int defecting = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Pair pair = fresh.get();
            int[] now = {4, 4};
            int[] joint = new int[2];
            int late = 0;
            for (int t = 0; t < ROUNDS; t++) {
                double epsilon = Math.max(0, 1 - 1.5 * t / ROUNDS);
                for (int i = 0; i < 2; i++) joint[i] = pair.act(i, now[i], epsilon, random.nextLong());
                for (int i = 0; i < 2; i++) {
                    int next = pair.situation(i, joint.clone());
                    pair.learn(i, now[i], joint[i], DILEMMA[joint[i]][joint[1 - i]], next);
                    now[i] = next;
                }
                late += t >= ROUNDS * 9 / 10 && joint[0] + joint[1] == 2 ? 1 : 0;
            }
            defecting += late > 0.9 * ROUNDS / 10 ? 1 : 0;
        }
        given("%d pairs, %d rounds each", SEEDS, ROUNDS)
                .that(
                        defecting >= 12,
                        "most pairs, about nine in ten, to end in mutual defection",
                        "%d of %d",
                        defecting,
                        SEEDS);
    }
}
