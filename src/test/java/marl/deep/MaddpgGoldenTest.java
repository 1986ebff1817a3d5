package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import marl.env.MarkovGame;
import marl.nn.Golden;
import marl.nn.Mlp;
import marl.nn.Near;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Targets, losses, gradients and a Polyak step of two agents, recorded with automatic differentiation in 64 bits. */
class MaddpgGoldenTest {
    private static final JsonNode GOLDEN = Golden.read("maddpg.json");

    /** Rounding of 64 bits, with room to spare; and what the two backends are held together to. */
    private static double tolerance(Precision precision) {
        return precision == Precision.DOUBLE ? 1e-9 : 1e-5;
    }

    private record Pair(MaddpgShape shape, MaddpgSettings settings, List<MaddpgAgent> agents) {}

    private static Pair recorded(Precision precision) {
        MarkovGame game = new ControlGame(new int[] {3, 3}, new int[] {2, 2}, 5, false, 0);
        MaddpgSettings settings = Maddpg.of(game)
                .precision(precision)
                .hidden(5)
                .gamma(GOLDEN.get("gamma").asDouble())
                .tau(GOLDEN.get("tau").asDouble())
                .outputPenalty(0)
                .seed(1)
                .build()
                .settings();
        MaddpgShape shape = new MaddpgShape(game);
        List<MaddpgAgent> agents = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            MaddpgAgent agent = new MaddpgAgent(shape, i, settings);
            Golden.fill(agent.actor(), GOLDEN.get("actors").get(i), "0", "2");
            Golden.fill(agent.critic(), GOLDEN.get("critics").get(i), "0", "2");
            Golden.fill(agent.targetActor(), GOLDEN.get("target_actors").get(i), "0", "2");
            Golden.fill(agent.targetCritic(), GOLDEN.get("target_critics").get(i), "0", "2");
            agents.add(agent);
        }
        return new Pair(shape, settings, agents);
    }

    private static Tensor data(Tape tape, String name, int agent) {
        return tape.input(Golden.matrix(GOLDEN.get(name).get(agent)));
    }

    private static Tensor column(Tape tape, JsonNode numbers) {
        return tape.column(Golden.numbers(numbers));
    }

    private static Tensor joint(Tape tape) {
        return data(tape, "observations", 0)
                .concat(data(tape, "observations", 1))
                .concat(data(tape, "actions", 0))
                .concat(data(tape, "actions", 1));
    }

    private static Tensor nextJoint(Tape tape, Pair pair) {
        Tensor joint = data(tape, "next_observations", 0).concat(data(tape, "next_observations", 1));
        for (int i = 0; i < 2; i++) {
            Tensor outputs = pair.agents.get(i).targetActor().apply(data(tape, "next_observations", i));
            joint = joint.concat(pair.shape.head(i).target(tape, outputs));
        }
        return joint;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void criticsLearnTheRecordedTargetsWithTheRecordedGradients(Precision precision) {
        Pair pair = recorded(precision);
        for (int i = 0; i < 2; i++) {
            JsonNode expected = GOLDEN.get("agents").get(i);
            MaddpgAgent agent = pair.agents.get(i);
            MaddpgLoss loss = new MaddpgLoss(pair.shape, i, pair.settings);
            Tape tape = Tape.of(precision);
            Tensor continuing = column(tape, GOLDEN.get("terminated")).times(-1).plus(1);
            Tensor rewards = column(tape, GOLDEN.get("rewards").get(i));
            Tensor target = loss.target(tape, agent.targetCritic(), nextJoint(tape, pair), rewards, continuing);
            near("targets", expected.get("targets"), target.numbers(), precision);
            near("q", expected.get("q"), agent.critic().apply(joint(tape)).numbers(), precision);
            Tensor critic = loss.critic(agent.critic(), joint(tape), target);
            assertEquals(expected.get("critic_loss").asDouble(), critic.item(), tolerance(precision));
            critic.backward();
            sameGradients("critic " + i, expected.get("critic_grad"), agent.critic(), precision);
            assertEquals(0, gradientOf(agent.targetCritic()));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void actorsClimbTheirCriticsByTheRecordedGradients(Precision precision) {
        Pair pair = recorded(precision);
        for (int i = 0; i < 2; i++) {
            JsonNode expected = GOLDEN.get("agents").get(i);
            MaddpgAgent agent = pair.agents.get(i);
            Tape tape = Tape.of(precision);
            Tensor actor = new MaddpgLoss(pair.shape, i, pair.settings)
                    .actor(tape, agent.actor(), agent.critic(), data(tape, "observations", i), joint(tape), Rng.of(0));
            assertEquals(expected.get("actor_loss").asDouble(), actor.item(), tolerance(precision));
            actor.backward();
            sameGradients("actor " + i, expected.get("actor_grad"), agent.actor(), precision);
            assertEquals(0, gradientOf(agent.critic()));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aPolyakStepGoesAsFarAsRecorded(Precision precision) {
        Pair pair = recorded(precision);
        MaddpgAgent agent = pair.agents.get(0);
        agent.targetActor().moveTowards(agent.actor(), pair.settings.tau());
        JsonNode expected = GOLDEN.get("polyak_actor_0");
        for (int i = 0; i < 4; i++) {
            Near.same(
                    "matrix " + i,
                    Golden.matrix(expected.get(i)),
                    agent.targetActor().parameters().get(0).get(i).value(),
                    tolerance(precision));
        }
    }

    private static void near(String what, JsonNode expected, double[] actual, Precision precision) {
        Near.same(what, Golden.numbers(expected), actual, tolerance(precision));
    }

    private static void sameGradients(String what, JsonNode expected, Mlp net, Precision precision) {
        Parameters p = net.parameters().get(0);
        for (int i = 0; i < 4; i++) {
            Near.same(
                    what + ", matrix " + i,
                    Golden.matrix(expected.get(i)),
                    p.get(i).gradient(),
                    tolerance(precision));
        }
    }

    private static double gradientOf(Mlp net) {
        return net.parameters().get(0).gradients().norm2Number().doubleValue();
    }
}
