package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson10;
import marl.exercise.Lesson10.Circle;
import marl.exercise.Lesson10.NewPool;
import marl.exercise.Lesson10.Pool;
import marl.exercise.Lesson10.Step;

/** The checks of lesson 10: those of the first three exercises, and the list of all. */
final class Lesson10Checks {

    private static final double[][] RPS = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};

    private Lesson10Checks() {}

    static List<Checks<?>> all() {
        return new Lesson10Checks().checks();
    }

    private List<Checks<?>> checks() {
        return List.of(
                circleCheck(),
                poolCheck(),
                stepCheck(),
                TurnChecks.target(),
                TurnChecks.worst(),
                PopulationChecks.elo(),
                PopulationChecks.join());
    }

    private Checks<Circle> circleCheck() {
        return Checks.of(
                Lesson10.CIRCLE,
                part(
                        "rock-paper-scissors",
                        1,
                        "The best answer to a column is the row with the largest number in it.",
                        this::rockCircle),
                part(
                        "any game, ties",
                        1,
                        "Look down the column of the last version; keep the first of equals.",
                        this::anyCircle));
    }

    private Checks<NewPool> poolCheck() {
        return Checks.of(
                Lesson10.POOL,
                part(
                        "who is picked",
                        1,
                        "Below the probability of the latest self, or with nobody in the pool: -1.",
                        this::picks),
                part("bounded memory", 2, "When full, the oldest goes and the others move up.", this::boundedMemory));
    }

    private Checks<Step> stepCheck() {
        return Checks.of(
                Lesson10.STEP,
                part(
                        "without a bonus",
                        2,
                        "The logit of the action moves by rate * reward * (1 - p), the others by -rate * reward * p.",
                        this::withoutBonus),
                part(
                        "with an entropy bonus",
                        2,
                        "H is the entropy of the whole policy; all logits get their part of the bonus.",
                        this::withBonus));
    }

    private void rockCircle(Circle answer, Cases cases) {
        circle(answer, RPS, 0, 9);
    }

    private static void circle(Circle answer, double[][] payoff, int first, int versions) {
        int[] plays = new int[versions];
        plays[0] = first;
        for (int v = 1; v < versions; v++) {
            int last = plays[v - 1];
            plays[v] = IntStream.range(0, payoff.length)
                    .reduce(0, (best, a) -> payoff[a][last] > payoff[best][last] ? a : best);
        }
        double[][] lent = Draw.copy(payoff);
        given("payoffs %s, the first version plays %d, %d versions", show(payoff), first, versions)
                .same(plays, answer.play(lent, first, versions));
        given("payoffs %s", show(payoff)).unchanged(payoff, lent);
    }

    private void anyCircle(Circle answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        for (int c = 0; c < cases.count(); c++) {
            int n = random.nextInt(1, 12);
            double[][] payoff = new double[n][n];
            for (double[] row : payoff) {
                for (int k = 0; k < n; k++) {
                    row[k] = random.nextInt(-2, 3);
                }
            }
            circle(answer, payoff, random.nextInt(n), random.nextInt(1, 12));
        }
    }

    private void picks(NewPool answer, Cases cases) {
        pool(answer, cases, 1_000, cases.random(1_000));
    }

    private void boundedMemory(NewPool answer, Cases cases) {
        SplittableRandom random = cases.random(3);
        // One small, one in between, one larger: no one size may be built into an answer.
        for (int smallest : new int[] {2, 4, 7}) {
            pool(answer, cases, random.nextInt(smallest, smallest + 3), random);
        }
    }

    private static void pool(NewPool answer, Cases cases, int capacity, SplittableRandom random) {
        double latest = Draw.tenth(random, 0.2, 0.8);
        Pool pool = given("a call of make(%d, %s)", capacity, show(latest)).made(answer.make(capacity, latest));
        Deque<Integer> kept = new ArrayDeque<>();
        for (int c = 0; c < 4 * cases.count(); c++) {
            double first = c % 7 == 6 ? latest : random.nextDouble();
            double second = random.nextDouble();
            String now = "a pool of " + capacity + " with latest self at " + show(latest) + " that holds " + kept;
            given("%s: pick(%s, %s)", now, show(first), show(second))
                    .same(picked(kept, latest, first, second), pool.pick(first, second));
            given("%s: size()", now).same(kept.size(), pool.size());
            if (random.nextBoolean()) {
                pool.add(100 + c);
                keep(kept, 100 + c, capacity);
            }
        }
    }

    private static int picked(Deque<Integer> kept, double latest, double first, double second) {
        return first < latest || kept.isEmpty() ? -1 : List.copyOf(kept).get((int) (second * kept.size()));
    }

    private static void keep(Deque<Integer> kept, int snapshot, int capacity) {
        kept.addLast(snapshot);
        if (kept.size() > capacity) {
            kept.removeFirst();
        }
    }

    private void withoutBonus(Step answer, Cases cases) {
        step(answer, cases, false);
    }

    private void withBonus(Step answer, Cases cases) {
        step(answer, cases, true);
    }

    private static void step(Step answer, Cases cases, boolean withBonus) {
        SplittableRandom random = cases.random(withBonus ? 8 : 7);
        for (int c = 0; c < cases.count(); c++) {
            double[] logits = Draw.values(random, random.nextInt(2, 5));
            double wide = c % 3 == 2 ? 4 : 1;
            Arrays.setAll(logits, j -> wide * logits[j]);
            int action = random.nextInt(logits.length);
            double reward = Draw.tenth(random, -2, 2);
            double rate = Draw.tenth(random, 0.1, 0.5);
            double bonus = withBonus ? Draw.tenth(random, 0.1, 1) : 0;
            double[] given = logits.clone();
            double[] got = answer.step(given, action, reward, rate, bonus);
            given(
                            "logits %s, action %d, reward %s, rate %s, bonus %s",
                            show(logits), action, show(reward), show(rate), show(bonus))
                    .close(stepped(logits, action, reward, rate, bonus), got, 1e-9);
            given("logits %s", show(logits)).unchanged(logits, given);
        }
    }

    private static double[] stepped(double[] logits, int action, double reward, double rate, double bonus) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        double[] p = Arrays.stream(logits).map(t -> Math.exp(t) / sum).toArray();
        double entropy = -Arrays.stream(p).map(x -> x * Math.log(x)).sum();
        double[] expected = logits.clone();
        for (int j = 0; j < p.length; j++) {
            expected[j] += rate * reward * ((j == action ? 1 : 0) - p[j]);
            expected[j] -= rate * bonus * p[j] * (Math.log(p[j]) + entropy);
        }
        return expected;
    }
}
