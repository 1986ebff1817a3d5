package marl.deep;

import java.util.ArrayList;
import java.util.List;
import marl.env.GameBatch;
import marl.env.MarkovGame;

/**
 * Where things stand in a row that holds a joint transition: all observations, all actions, all next observations, all rewards, and
 * whether the episode went on. The first two together are what a critic sees; agents stand in their order everywhere.
 */
final class MaddpgShape {
    private final int[] observationSizes;
    private final int[] observationAt;
    private final int[] actionAt;
    private final List<DirectHead> heads = new ArrayList<>();
    private final int seen;
    private final int joint;

    MaddpgShape(MarkovGame game) {
        int agents = game.agents();
        observationSizes = new int[agents];
        observationAt = new int[agents];
        actionAt = new int[agents];
        int at = 0;
        for (int agent = 0; agent < agents; agent++) {
            observationSizes[agent] = GameBatch.rowSize(game.observationSpace(agent));
            observationAt[agent] = at;
            at += observationSizes[agent];
        }
        seen = at;
        for (int agent = 0; agent < agents; agent++) {
            DirectHead head = DirectHead.of(game.actionSpace(agent));
            heads.add(head);
            actionAt[agent] = at;
            at += head.size();
        }
        joint = at;
    }

    int agents() {
        return heads.size();
    }

    DirectHead head(int agent) {
        return heads.get(agent);
    }

    int observationSize(int agent) {
        return observationSizes[agent];
    }

    int observationAt(int agent) {
        return observationAt[agent];
    }

    int actionAt(int agent) {
        return actionAt[agent];
    }

    /** Numbers that all see together. */
    int seen() {
        return seen;
    }

    /** Numbers that a critic sees: all observations and all actions. */
    int joint() {
        return joint;
    }

    int nextAt() {
        return joint;
    }

    int rewardAt() {
        return joint + seen;
    }

    int continuingAt() {
        return rewardAt() + agents();
    }

    /** Numbers of a row. */
    int width() {
        return continuingAt() + 1;
    }
}
