package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import marl.env.MarkovGame;
import marl.env.ParticleGame;
import marl.nn.Golden;
import marl.nn.Mlp;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorCriticLossTest {
    private static final JsonNode TEAM = Golden.read("team-ppo.json");
    private static final int AGENTS = 3;
    private static final int BATCH = 6;

    private static double tolerance(Precision precision) {
        return precision == Precision.DOUBLE ? 1e-9 : 1e-5;
    }

    private static ActorCriticSettings settings(MarkovGame game, Precision precision) {
        return ActorCritic.of(game)
                .precision(precision)
                .critic(CriticKind.CENTRAL)
                .hidden(4)
                .batch(2, 4)
                .seed(1)
                .build()
                .settings();
    }

    /** Recorded with automatic differentiation: the loss and all gradients of a shared actor and a central critic, with ids. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void lossAndGradientsAreTheRecordedOnes(Precision precision) {
        MarkovGame game = new ShapeGame(AGENTS, 3, 4, 5, 10);
        ActorCriticSettings settings = settings(game, precision);
        ActorCriticNets nets = ActorCriticNets.of(game, settings, 6, 7);
        Golden.fill(nets.actor(0), TEAM.get("actor"), "0", "2");
        Golden.fill(nets.critic(0), TEAM.get("critic"), "0", "2");
        double loss = backward(settings, nets, recorded());
        assertEquals(TEAM.get("loss").asDouble(), loss, tolerance(precision));
        Golden.sameGradients("actor", TEAM.get("d_actor"), nets.actor(0), tolerance(precision), "0", "2");
        Golden.sameGradients("critic", TEAM.get("d_critic"), nets.critic(0), tolerance(precision), "0", "2");
    }

    private static double backward(ActorCriticSettings settings, ActorCriticNets nets, ActorCriticRows rows) {
        Tape tape = Tape.of(settings.precision());
        nets.parameters().forEach(p -> p.zeroGradients());
        var loss = new ActorCriticLoss(settings).of(tape, nets, 0, rows);
        loss.backward();
        return loss.item();
    }

    private static ActorCriticRows recorded() {
        RowWriter writer = new RowWriter(3, 4, AGENTS, true);
        int rows = BATCH * AGENTS;
        double[] inputs = new double[rows * 6];
        double[] states = new double[rows * 7];
        for (int b = 0; b < BATCH; b++) {
            double[] state = Golden.numbers(TEAM.get("states").get(b));
            for (int i = 0; i < AGENTS; i++) {
                double[] seen = Golden.numbers(TEAM.get("observations").get(b).get(i));
                writer.input(seen, 0, i, inputs, b * AGENTS + i);
                writer.state(state, 0, i, states, b * AGENTS + i);
            }
        }
        return new ActorCriticRows(
                rows,
                inputs,
                states,
                flat("actions"),
                new double[0],
                flat("old_log_probs"),
                flat("advantages"),
                flat("returns"));
    }

    private static double[] flat(String name) {
        double[] all = new double[BATCH * AGENTS];
        Arrays.setAll(all, i -> TEAM.get(name).get(i / AGENTS).get(i % AGENTS).asDouble());
        return all;
    }

    @Test
    void gradientsOfMaskedActionsAreThoseOfFiniteDifferences() {
        MarkovGame game = new ShapeGame(1, 3, 3, 4, 10, true, false, true, true);
        ActorCriticSettings settings = settings(game, Precision.DOUBLE);
        ActorCriticNets nets = ActorCriticNets.of(game, settings, 4, 4);
        double[] forbidden = new double[20];
        for (int r = 0; r < 5; r++) {
            forbidden[4 * r + 1] = CategoricalHead.FORBIDDEN;
        }
        compareWithDifferences(settings, nets, random(5, 4, 4, new double[] {0, 2, 3, 0, 2}, forbidden));
    }

    @Test
    void gradientsOfControlsAreThoseOfFiniteDifferences() {
        MarkovGame game = ParticleGame.spread(1).continuous();
        ActorCriticSettings settings = settings(game, Precision.DOUBLE);
        ActorCriticNets nets = ActorCriticNets.of(game, settings, 7, 7);
        double[] actions = new double[25];
        Rng rng = Rng.of(3);
        Arrays.setAll(actions, i -> rng.gaussian());
        compareWithDifferences(settings, nets, random(5, 7, 7, actions, new double[0]));
    }

    private static ActorCriticRows random(
            int rows, int inputSize, int stateSize, double[] actions, double[] forbidden) {
        Rng rng = Rng.of(9);
        double[] before = new double[rows];
        // Ratios on both sides of the clip range; none at its edge, where there is no derivative.
        Arrays.setAll(before, i -> (actions.length > rows ? -6 : -1.1) + 0.31 * i);
        return new ActorCriticRows(
                rows,
                gaussians(rows * inputSize, rng),
                gaussians(rows * stateSize, rng),
                actions,
                forbidden,
                before,
                gaussians(rows, rng),
                gaussians(rows, rng));
    }

    private static double[] gaussians(int n, Rng rng) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> rng.gaussian());
        return x;
    }

    /** Central differences with a step of 1e-6: their own error is below 1e-8 here. */
    private static void compareWithDifferences(
            ActorCriticSettings settings, ActorCriticNets nets, ActorCriticRows rows) {
        backward(settings, nets, rows);
        for (Mlp net : new Mlp[] {nets.actor(0), nets.critic(0)}) {
            var weights = net.parameters().get(0).values();
            var gradients = net.parameters().get(0).gradients().dup();
            for (int i = 0; i < weights.length(); i++) {
                double kept = weights.getDouble(0, i);
                weights.putScalar(0, i, kept + 1e-6);
                double up = value(settings, nets, rows);
                weights.putScalar(0, i, kept - 1e-6);
                double down = value(settings, nets, rows);
                weights.putScalar(0, i, kept);
                assertEquals((up - down) / 2e-6, gradients.getDouble(0, i), 1e-7, "weight " + i);
            }
        }
    }

    private static double value(ActorCriticSettings settings, ActorCriticNets nets, ActorCriticRows rows) {
        return new ActorCriticLoss(settings)
                .of(Tape.of(settings.precision()), nets, 0, rows)
                .item();
    }

    /** Where new and old policy are the same, the clipped objective has the plain policy gradient. */
    @Test
    void ratioOneGivesThePlainPolicyGradient() {
        MarkovGame game = new ShapeGame(1, 3, 3, 4, 10);
        ActorCriticSettings settings = settings(game, Precision.DOUBLE);
        ActorCriticNets nets = ActorCriticNets.of(game, settings, 4, 4);
        ActorCriticRows rows = random(5, 4, 4, new double[] {0, 1, 2, 3, 0}, new double[0]);
        Tape tape = Tape.of(Precision.DOUBLE);
        double[] now = nets.head(0)
                .score(tape, nets.actor(0).apply(rows.seen(tape)), rows.actions(), rows.forbidden())
                .logProbability()
                .numbers();
        System.arraycopy(now, 0, rows.logProbabilities(), 0, 5);
        backward(settings, nets, rows);
        var clipped = nets.actor(0).parameters().get(0).gradients().dup();
        nets.actor(0).parameters().get(0).zeroGradients();
        tape.restart();
        ActorHead.Scored scored =
                nets.head(0).score(tape, nets.actor(0).apply(rows.seen(tape)), rows.actions(), rows.forbidden());
        marl.nn.Losses.policyGradient(scored.logProbability(), tape.column(rows.advantages()))
                .minus(scored.entropy().times(settings.entropyBonus()))
                .backward();
        var plain = nets.actor(0).parameters().get(0).gradients();
        assertTrue(plain.norm2Number().doubleValue() > 1e-3);
        assertEquals(0, clipped.sub(plain).norm2Number().doubleValue(), 1e-12);
    }
}
