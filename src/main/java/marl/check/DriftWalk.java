package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marl.exercise.Ask;
import marl.exercise.Lesson03.DriftLearner;

/**
 * Steps drawn at random between three places, with payments of both signs, and what a right learner believes after them. An
 * answer is asked where one effort leads clearly; it has seen the same steps and must choose the same.
 */
record DriftWalk(double[] places, List<Leg> legs, double[][] values) {

    private static final int LEGS = 80;
    private static final int DRAWS = 60;
    private static final double CLEAR = 0.1;

    /** One step: from where, what was done and paid, to where, and what ended. */
    private record Leg(int from, int effort, double paid, int to, boolean ended, boolean clock) {}

    static DriftWalk drawn(SplittableRandom random) {
        double near = DriftProbe.place(random);
        double[] places = {near, -near, (random.nextBoolean() ? 1 : -1) * Draw.tenth(random, 2.5, 6)};
        double[][] values = new double[places.length][4];
        List<Leg> legs = new ArrayList<>();
        boolean mostlyBad = random.nextBoolean();
        for (int k = 0; k < LEGS; k++) {
            double paid = Draw.tenth(random, -9, mostlyBad ? -1 : 5);
            boolean ended = random.nextInt(4) == 0;
            boolean clock = random.nextInt(4) == 0;
            Leg leg = new Leg(random.nextInt(3), random.nextInt(4), paid, random.nextInt(3), ended, clock);
            legs.add(leg);
            double future = ended ? 0 : Arrays.stream(values[leg.to]).max().orElseThrow();
            values[leg.from][leg.effort] += 0.1 * (paid + 0.99 * future - values[leg.from][leg.effort]);
        }
        return new DriftWalk(places, legs, values);
    }

    void ask(DriftLearner learner, SplittableRandom random) {
        Ask.tell(learner, legs.size(), (l, k) -> {
            Leg leg = legs.get(k);
            l.learn(
                    DriftProbe.seen(random, places[leg.from]),
                    leg.effort,
                    leg.paid,
                    DriftProbe.seen(random, places[leg.to]),
                    leg.ended,
                    leg.clock);
        });
        for (int p = 0; p < places.length; p++) {
            double[] row = values[p];
            double[] sorted = Arrays.stream(row).sorted().toArray();
            if (sorted[3] - sorted[2] > CLEAR) {
                int best = IntStream.range(0, 4).reduce(0, (b, e) -> row[e] > row[b] ? e : b);
                double place = places[p];
                double hits = Arrays.stream(Ask.ints(
                                learner, DRAWS, (l, k) -> l.act(DriftProbe.seen(random, place), random.nextLong())))
                        .filter(effort -> effort == best)
                        .count();
                given("%d steps between three places, the last ones %s; asked at %s, late", LEGS, ending(), show(place))
                        .that(
                                hits / DRAWS > 0.8,
                                "effort " + best + " nearly always; right values there are " + show(row),
                                "a share of %.2f",
                                hits / DRAWS);
            }
        }
    }

    private String ending() {
        return legs.subList(LEGS - 3, LEGS).stream()
                .map(leg -> "at " + show(places[leg.from]) + " effort " + leg.effort + " paid " + show(leg.paid)
                        + ", to " + show(places[leg.to])
                        + (leg.ended ? ", ended" : leg.clock ? ", the clock ran out" : ""))
                .collect(Collectors.joining("; "));
    }
}
