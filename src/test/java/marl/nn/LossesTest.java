package marl.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The losses against recorded numbers, and by hand. */
class LossesTest {
    private final JsonNode golden = Golden.read("policy-gradient.json");

    private static double tolerance(Precision precision) {
        return precision == Precision.DOUBLE ? 1e-9 : 1e-5;
    }

    private static void same(Precision p, JsonNode loss, JsonNode gradient, Tensor ours, Tensor logits) {
        ours.backward();
        assertEquals(loss.asDouble(), ours.item(), tolerance(p));
        Near.same("by logits", Golden.matrix(gradient), logits.gradient(), tolerance(p));
    }

    private static Tensor ppo(JsonNode data, Tape tape, Tensor logPolicy) {
        int[] actions = Golden.integers(data.get("actions"));
        Tensor old =
                tape.input(Golden.matrix(data.get("logits_old"))).logSoftmax().gather(actions);
        Tensor advantages = tape.column(Golden.numbers(data.get("advantages")));
        return Losses.ppoClip(
                logPolicy.gather(actions), old, advantages, data.get("clip").asDouble());
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void ppoClip(Precision precision) {
        JsonNode data = golden.get("ppo");
        Tape tape = Tape.of(precision);
        Tensor logits = tape.input(Golden.matrix(data.get("logits_new"))).watch();
        Tensor loss = ppo(data, tape, logits.logSoftmax());
        same(precision, data.get("loss"), data.get("dloss_dlogits"), loss, logits);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void ppoClipWithAnEntropyBonus(Precision precision) {
        JsonNode data = golden.get("ppo");
        Tape tape = Tape.of(precision);
        Tensor logits = tape.input(Golden.matrix(data.get("logits_new"))).watch();
        Tensor logPolicy = logits.logSoftmax();
        Tensor entropy = Losses.entropy(logPolicy);
        assertEquals(data.get("entropy_mean").asDouble(), entropy.item(), tolerance(precision));
        Tensor loss = ppo(data, tape, logPolicy)
                .minus(entropy.times(data.get("entropy_coef").asDouble()));
        loss.backward();
        Near.same(
                "by logits",
                Golden.matrix(data.get("dloss_with_entropy_dlogits")),
                logits.gradient(),
                tolerance(precision));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void policyGradient(Precision precision) {
        JsonNode data = golden.get("reinforce");
        Tape tape = Tape.of(precision);
        Tensor logits = tape.input(Golden.matrix(data.get("logits"))).watch();
        Tensor chosen = logits.logSoftmax().gather(Golden.integers(data.get("actions")));
        Tensor weights = tape.column(Golden.numbers(data.get("returns_or_advantages")));
        same(precision, data.get("loss"), data.get("dloss_dlogits"), Losses.policyGradient(chosen, weights), logits);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void counterfactualActor(Precision precision) {
        JsonNode data = golden.get("coma");
        Tape tape = Tape.of(precision);
        int[] actions = Golden.integers(data.get("actions"));
        Tensor logits = tape.input(Golden.matrix(data.get("logits"))).watch();
        Tensor logPolicy = logits.logSoftmax();
        Tensor values = tape.input(Golden.matrix(data.get("q")));
        Tensor baseline = logPolicy.exp().times(values).rowSums();
        Tensor advantage = values.gather(actions).minus(baseline);
        Near.same(
                "advantage",
                Golden.numbers(data.get("advantage")),
                Near.numbers(advantage.value()),
                tolerance(precision));
        Tensor loss = Losses.policyGradient(logPolicy.gather(actions), advantage);
        same(precision, data.get("policy_loss"), data.get("dloss_dlogits"), loss, logits);
    }

    /** Errors 0.5, -3, 2: squares 0.25, 9, 4; Huber 0.125, 2.5, 1.5. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void squaredAndHuberByHand(Precision precision) {
        Tape tape = Tape.of(precision);
        Tensor predicted = tape.column(1.5, -2, 4);
        Tensor target = tape.column(1, 1, 2);
        assertEquals(13.25 / 3, Losses.meanSquared(predicted, target).item(), 1e-6);
        assertEquals(4.125 / 3, Losses.huber(predicted, target).item(), 1e-6);
    }

    /** Targets, old policies and advantages get no gradient, even if they are part of the way back. */
    @Test
    void whatIsHeldConstantGetsNoGradient() {
        Tape tape = Tape.of(Precision.DOUBLE);
        Tensor moved = tape.column(-0.7, -1.2).watch();
        Tensor held = tape.column(-0.5, -1.5).watch();
        Tensor advantage = tape.column(1.5, -2).watch();
        Losses.meanSquared(moved, held)
                .plus(Losses.huber(moved, held))
                .plus(Losses.policyGradient(moved, advantage))
                .plus(Losses.ppoClip(moved, held, advantage, 0.9))
                .backward();
        double[] none = new double[2];
        Near.same("target and old policy", none, Near.numbers(held.gradient()), 0);
        Near.same("advantage", none, Near.numbers(advantage.gradient()), 0);
        assertTrue(moved.gradient().norm2Number().doubleValue() > 0.1);
    }

    @Test
    void ppoNeedsAPositiveEpsilon() {
        Tensor x = Tape.of(Precision.DOUBLE).column(1);
        assertThrows(IllegalArgumentException.class, () -> Losses.ppoClip(x, x, x, 0));
    }
}
