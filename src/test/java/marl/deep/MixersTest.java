package marl.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import marl.nn.Activation;
import marl.nn.Near;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixersTest {
    private static final double[] Q = {0.3, -1.2, 2};
    private static final double[] STATE = {1, -0.5, 0.25, 2};

    private static List<Mixer> all(Precision precision) {
        return List.of(
                SumMixer.of(3),
                QmixMixer.of(MixerSettings.paper(8), 3, 4, precision, Rng.of(1)),
                QmixMixer.of(MixerSettings.tutorial(8), 3, 4, precision, Rng.of(2)),
                QmixMixer.of(
                        MixerSettings.paper(5).withHyper(7).withSign(MixerSettings.Sign.NONE),
                        3,
                        4,
                        precision,
                        Rng.of(3)),
                FreeMixer.of(16, 3, 4, precision, Rng.of(4)));
    }

    /** The two ways to a total: 1e-12 apart in double, 1e-5 in single. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void tapeAndFixedOrderAgree(Precision precision) {
        for (Mixer mixer : all(precision)) {
            Tape tape = Tape.of(precision);
            double onTape = mixer.total(tape.input(new double[][] {Q}), tape.input(new double[][] {STATE}))
                    .item();
            Near.same(
                    mixer.toString(),
                    new double[] {onTape},
                    new double[] {mixer.total(Q, STATE)},
                    precision == Precision.DOUBLE ? 1e-12 : 1e-5);
        }
    }

    /** Central differences of step 1e-5 are off by about 1e-10; no hidden unit is that near its kink here. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void slopesAreFiniteDifferences(Precision precision) {
        for (Mixer mixer : all(precision)) {
            double[] slopes = mixer.slopes(Q, STATE);
            for (int i = 0; i < Q.length; i++) {
                double[] up = Q.clone();
                double[] down = Q.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                double difference = (mixer.total(up, STATE) - mixer.total(down, STATE)) / 2e-5;
                assertEquals(difference, slopes[i], 1e-8, mixer + ", agent " + i);
            }
        }
    }

    /** total = w2' f(W1' q + b1) + b2, put together from what the mixer shows of itself. */
    @Test
    void theWeightsItShowsAreTheOnesItUses() {
        QmixMixer mixer = QmixMixer.of(MixerSettings.tutorial(8), 3, 4, Precision.DOUBLE, Rng.of(2));
        double[][] first = mixer.firstWeights(STATE);
        double[] last = mixer.lastWeights(STATE);
        double[] b1 = mixer.hypernetworks().get(1).values(STATE);
        double total = mixer.hypernetworks().get(3).values(STATE)[0];
        for (int j = 0; j < 8; j++) {
            assertTrue(last[j] >= 0 && first[0][j] >= 0);
            total += last[j] * Math.max(0, b1[j] + Q[0] * first[0][j] + Q[1] * first[1][j] + Q[2] * first[2][j]);
        }
        assertEquals(total, mixer.total(Q, STATE), 1e-12);
        assertNotEquals(first[0][0], mixer.firstWeights(new double[] {0, 0, 0, 1})[0][0], "they follow the state");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theFixedOrderFollowsTheWeightsAsTheyChange(Precision precision) {
        for (Mixer mixer : all(precision).subList(1, 5)) {
            double before = mixer.total(Q, STATE);
            Mixer copy = mixer.copy();
            assertEquals(before, copy.total(Q, STATE), "a copy is equal");
            int last = mixer.parameters().size() - 1;
            int bias = mixer.parameters().get(last).list().size() - 1;
            mixer.parameters().get(last).get(bias).value().addi(1);
            assertEquals(before + 1, mixer.total(Q, STATE), 1e-6, "the last bias is 1 higher");
            assertEquals(before, copy.total(Q, STATE), "a copy has weights of its own");
            copy.copyFrom(mixer);
            assertEquals(mixer.total(Q, STATE), copy.total(Q, STATE));
        }
    }

    @Test
    void aSavedMixerComesBackInEitherPrecision(@TempDir Path folder) {
        Path file = folder.resolve("weights");
        List<Mixer> doubles = all(Precision.DOUBLE);
        for (int i = 0; i < doubles.size(); i++) {
            Mixer saved = all(Precision.SINGLE).get(i);
            saved.parameters().forEach(p -> p.values().muli(1.5));
            saved.save(file);
            Mixer loaded = doubles.get(i);
            double before = loaded.total(Q, STATE);
            loaded.load(file);
            assertEquals(saved.total(Q, STATE), loaded.total(Q, STATE), 1e-12);
            assertTrue(i == 0 || loaded.total(Q, STATE) != before, "only a sum has nothing to load");
        }
    }

    @Test
    void aFileOfAnotherTeamIsRefusedAndChangesNothing(@TempDir Path folder) {
        Path file = folder.resolve("weights");
        QmixMixer.of(MixerSettings.paper(6), 2, 4, Precision.SINGLE, Rng.of(1)).save(file);
        QmixMixer three = QmixMixer.of(MixerSettings.paper(4), 3, 4, Precision.SINGLE, Rng.of(1));
        double before = three.total(Q, STATE);
        refused("these weights are not for a QMIX mixer of 3 agents", () -> three.load(file));
        assertEquals(before, three.total(Q, STATE));
        FreeMixer.of(8, 2, 5, Precision.SINGLE, Rng.of(1)).save(file);
        FreeMixer free = FreeMixer.of(8, 3, 4, Precision.SINGLE, Rng.of(1));
        refused("these weights are not for a free mixer of 3 agents", () -> free.load(file)); // as many inputs
        refused("these weights are not for the sum", () -> SumMixer.of(3).load(file));
        refused("same parts", () -> three.copyFrom(free));
        refused("same shapes", () -> free.copyFrom(FreeMixer.of(8, 2, 5, Precision.SINGLE, Rng.of(1))));
    }

    @Test
    void wrongSizesAreRefused() {
        for (Mixer mixer : all(Precision.SINGLE)) {
            refused("values of 3 agents, but got 2", () -> mixer.total(new double[2], STATE));
            refused("values of 3 agents, but got 4", () -> mixer.slopes(new double[4], STATE));
            Tape tape = Tape.of(Precision.SINGLE);
            var states = tape.input(new double[][] {STATE});
            refused("values of 3 agents, but got 2", () -> mixer.total(tape.input(new double[1][2]), states));
            if (mixer.stateSize() == 0) {
                assertEquals(Q[0] + Q[1] + Q[2], mixer.total(Q, new double[9]), 1e-12, "a sum ignores the state");
            } else {
                refused("state of 4 numbers, but got 3", () -> mixer.total(Q, new double[3]));
                refused(
                        "state of 4 numbers, but got 5",
                        () -> mixer.total(tape.input(new double[][] {Q}), tape.input(new double[1][5])));
            }
        }
        Rng rng = Rng.of(1);
        refused("at least one agent, not of -1", () -> SumMixer.of(-1));
        refused(
                "at least one agent, not of -2",
                () -> QmixMixer.of(MixerSettings.paper(4), -2, 3, Precision.SINGLE, rng));
        refused("at least one agent, not of 0", () -> FreeMixer.of(4, 0, 3, Precision.SINGLE, rng));
        refused(
                "a state of at least one number",
                () -> QmixMixer.of(MixerSettings.paper(4), 2, 0, Precision.SINGLE, rng));
        refused("at least one hidden unit", () -> FreeMixer.of(0, 2, 3, Precision.SINGLE, rng));
        refused("at least one hidden unit", () -> MixerSettings.paper(0));
        refused("0 or more", () -> MixerSettings.paper(4).withHyper(-1));
        refused("ELU or RELU, not TANH", () -> MixerSettings.paper(4).withActivation(Activation.TANH));
    }

    @Test
    void bothSettingsHaveTheHypernetworksOfTheirSource() {
        QmixMixer paper = QmixMixer.of(MixerSettings.paper(8), 2, 3, Precision.SINGLE, Rng.of(1));
        int[][] linear = {{3, 16}, {3, 8}, {3, 8}, {3, 8, 1}};
        int[][] deep = {{3, 8, 16}, {3, 8}, {3, 8, 8}, {3, 8, 1}};
        QmixMixer tutorial = QmixMixer.of(MixerSettings.tutorial(8), 2, 3, Precision.SINGLE, Rng.of(1));
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(linear[i], paper.hypernetworks().get(i).sizes());
            assertArrayEquals(deep[i], tutorial.hypernetworks().get(i).sizes());
        }
        assertTrue(paper.parameters().get(2).toString().contains("w2.0.weight"));
    }

    private static void refused(String part, Executable wrong) {
        String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
