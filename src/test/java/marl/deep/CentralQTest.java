package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import marl.agent.Policy;
import marl.agent.Transition;
import marl.env.JointAction;
import marl.env.JointControl;
import marl.env.Step;
import marl.env.TwoStepGame;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

/** Central Q-learning as a network: a deep Q-learner that has all agents in one hand. */
class CentralQTest {
    private static final double GAMMA = 0.99;

    private static DqnLearner trained(long seed) {
        JointControl hand = JointControl.of(new TwoStepGame());
        DqnLearner learner = DqnLearner.of(hand, 0)
                .hidden(32)
                .gamma(GAMMA)
                .replay(32, 2_000, 1)
                .epsilon(1)
                .seed(seed)
                .build();
        Rng rng = Rng.of(seed, "acting", 0);
        for (int episode = 0; episode < 1_500; episode++) {
            double[] state = hand.reset(Rng.mix(seed, "game", episode))[0];
            for (boolean over = false; !over; ) {
                int action = learner.act(state, hand.legalActions(0), rng);
                Step step = hand.step(JointAction.of(action));
                double[] next = step.observations()[0];
                learner.learn(new Transition(
                        state,
                        action,
                        step.rewards()[0],
                        next,
                        hand.legalActions(0),
                        step.terminated(),
                        step.truncated()));
                state = next;
                over = step.over();
            }
        }
        return learner;
    }

    /**
     * The exact values of the two-step game (Rashid et al. 2018, section 5): 7 whatever is done in the first room, 0, 1, 1
     * and 8 in the second, and the better of both, discounted, at the door, where the first agent decides. A tenth of the
     * range for the moving target.
     */
    @Test
    void itLearnsTheTrueTableOfTheTwoStepGameOverFiveSeeds() {
        double[][] states = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        double[][] exact = {{GAMMA * 7, GAMMA * 7, GAMMA * 8, GAMMA * 8}, {7, 7, 7, 7}, {0, 1, 1, 8}};
        for (long seed = 0; seed < 5; seed++) {
            DqnLearner learner = trained(seed);
            for (int place = 0; place < 3; place++) {
                double[] values = learner.values(states[place]);
                for (int joint = 0; joint < 4; joint++) {
                    assertEquals(
                            exact[place][joint],
                            values[joint],
                            0.3,
                            "seed " + seed + ", place " + place + ", joint action " + joint);
                }
            }
            assertEquals(8, played(learner.greedy()), "seed " + seed);
        }
    }

    private static double played(Policy policy) {
        JointControl hand = JointControl.of(new TwoStepGame());
        double[] state = hand.reset(1)[0];
        double paid = 0;
        for (boolean over = false; !over; ) {
            Step step = hand.step(JointAction.of(policy.act(state, hand.legalActions(0), Rng.of(1))));
            paid += step.rewards()[0];
            state = step.observations()[0];
            over = step.over();
        }
        return paid;
    }
}
