package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BiPredicate;
import marl.deep.MixerSettings.Sign;
import marl.nn.Activation;
import marl.nn.Precision;
import marl.random.Rng;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What QMIX's mixer promises, for drawn shapes, weights, states and values, without a tolerance where none is due. */
class MixerPromisesTest {

    @Provide
    Arbitrary<QmixMixer> monotonic() {
        return mixers(Sign.ABSOLUTE);
    }

    @Provide
    Arbitrary<QmixMixer> free() {
        return mixers(Sign.NONE);
    }

    private static Arbitrary<QmixMixer> mixers(Sign sign) {
        Arbitrary<MixerSettings> settings = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(Activation.ELU, Activation.RELU))
                .as((embed, hyper, bias, activation) -> new MixerSettings(embed, hyper, bias, activation, sign));
        return Combinators.combine(
                        settings,
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(Precision.values()),
                        Arbitraries.longs())
                .as((shape, agents, state, precision, seed) ->
                        QmixMixer.of(shape, agents, state, precision, Rng.of(seed)));
    }

    @Property(tries = 300)
    void raisingAValueNeverLowersTheTotal(@ForAll("monotonic") QmixMixer mixer, @ForAll long seed) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < 20; i++) {
            assertTrue(MixerPromises.raisingNeverLowers(mixer, rng));
        }
    }

    @Property(tries = 300)
    void everyProfileOfOwnBestActionsIsBestTogether(@ForAll("monotonic") QmixMixer mixer, @ForAll long seed) {
        assertTrue(MixerPromises.bestForEachIsBestForAll(mixer, 3, Rng.of(seed)));
    }

    @Property(tries = 300)
    void whereTheTotalIsSteepNoOtherProfileIsBest(@ForAll("monotonic") QmixMixer mixer, @ForAll long seed) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < 10; i++) {
            assertTrue(MixerPromises.onlyBestForEachIsBestForAll(mixer, rng));
        }
    }

    /** Sums of up to 12 units of the totals' size are off by some 1e-15 of it; 1e-9 is allowed. */
    @Property(tries = 300)
    void differencesIncrease(@ForAll("monotonic") QmixMixer mixer, @ForAll long seed) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < 10; i++) {
            assertTrue(MixerPromises.differencesIncrease(mixer, rng));
        }
    }

    /** Without the absolute value every promise is broken within 1,000 tries, by every one of 20 mixers. */
    @Property(tries = 20)
    void withoutTheAbsoluteValuePromisesAreBroken(@ForAll long seed) {
        QmixMixer free = QmixMixer.of(MixerSettings.paper(8).withSign(Sign.NONE), 3, 4, Precision.SINGLE, Rng.of(seed));
        broken(MixerPromises::raisingNeverLowers, free, seed);
        broken((mixer, rng) -> MixerPromises.bestForEachIsBestForAll(mixer, 3, rng), free, seed);
        broken(MixerPromises::differencesIncrease, free, seed);
        FreeMixer net = FreeMixer.of(16, 3, 4, Precision.SINGLE, Rng.of(seed));
        broken(MixerPromises::raisingNeverLowers, net, seed);
        broken((mixer, rng) -> MixerPromises.bestForEachIsBestForAll(mixer, 3, rng), net, seed);
    }

    /** One layer without it is enough to break the promise; absolute biases keep it, and only recorded numbers tell. */
    @Property(tries = 20)
    void aPlantedMistakeInOneLayerBreaksThePromiseAndInTheBiasesDoesNot(@ForAll long seed) {
        QmixMixer right = QmixMixer.of(MixerSettings.tutorial(8), 3, 4, Precision.DOUBLE, Rng.of(seed));
        for (PlantedMixer.Fault fault : PlantedMixer.Fault.values()) {
            PlantedMixer planted = new PlantedMixer(right, fault);
            if (fault == PlantedMixer.Fault.NO_FAULT || fault == PlantedMixer.Fault.BIASES_TOO) {
                Rng rng = Rng.of(seed);
                for (int i = 0; i < 20; i++) {
                    assertTrue(MixerPromises.raisingNeverLowers(planted, rng));
                }
            } else {
                broken(MixerPromises::raisingNeverLowers, planted, seed);
            }
        }
    }

    private static void broken(BiPredicate<Mixer, Rng> promise, Mixer mixer, long seed) {
        Rng rng = Rng.of(seed, "broken", 0);
        int tries = 0;
        while (tries < 1_000 && promise.test(mixer, rng)) {
            tries++;
        }
        assertTrue(tries < 1_000, mixer + " kept its promise 1,000 times");
    }

    /** So a monotone table such as [[0, 1], [1, 1.1]] cannot be met: its differences shrink. */
    @Property(tries = 100)
    void theSumHasEqualDifferences(@ForAll long seed) {
        Rng rng = Rng.of(seed);
        Mixer sum = SumMixer.of(2);
        double[] q = {rng.gaussian(), rng.gaussian()};
        double rise = sum.total(new double[] {q[0] + 1, q[1]}, new double[0]) - sum.total(q, new double[0]);
        assertEquals(1, rise, 1e-12);
        assertTrue(MixerPromises.raisingNeverLowers(sum, rng) && MixerPromises.bestForEachIsBestForAll(sum, 4, rng));
    }
}
