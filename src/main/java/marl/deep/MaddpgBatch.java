package marl.deep;

import java.util.ArrayList;
import java.util.List;
import marl.nn.Precision;
import marl.nn.Staging;
import marl.nn.Staging.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Transitions that all agents learn from at once, in memory that is made once: rows are put in, shown, completed with what target
 * actors would do next, and shown again.
 */
final class MaddpgBatch {
    private final MaddpgShape shape;
    private final int size;
    private final Part joint;
    private final Part nextJoint;
    private final Part continuing;
    private final List<Part> seen = new ArrayList<>();
    private final List<Part> nextSeen = new ArrayList<>();
    private final List<Part> rewards = new ArrayList<>();

    /** A matrix, and the array on the heap that it is copied from. */
    private record Part(float[] numbers, int width, Matrix matrix) {
        void put(int row, float[] from, int at) {
            System.arraycopy(from, at, numbers, row * width, width);
        }

        void show() {
            matrix.write(numbers);
        }
    }

    MaddpgBatch(MaddpgShape shape, int size, Precision precision) {
        this.shape = shape;
        this.size = size;
        Staging staging = Staging.of(precision);
        joint = part(staging, shape.joint());
        nextJoint = part(staging, shape.joint());
        continuing = part(staging, 1);
        for (int agent = 0; agent < shape.agents(); agent++) {
            seen.add(part(staging, shape.observationSize(agent)));
            nextSeen.add(part(staging, shape.observationSize(agent)));
            rewards.add(part(staging, 1));
        }
    }

    private Part part(Staging staging, int width) {
        return new Part(new float[size * width], width, staging.matrix(size, width));
    }

    int size() {
        return size;
    }

    /** Puts in a transition that is laid out as {@link MaddpgShape} says, from place {@code at} on. */
    void put(int row, float[] from, int at) {
        joint.put(row, from, at);
        System.arraycopy(from, at + shape.nextAt(), nextJoint.numbers, row * shape.joint(), shape.seen());
        continuing.put(row, from, at + shape.continuingAt());
        for (int agent = 0; agent < shape.agents(); agent++) {
            int observation = shape.observationAt(agent);
            seen.get(agent).put(row, from, at + observation);
            nextSeen.get(agent).put(row, from, at + shape.nextAt() + observation);
            rewards.get(agent).put(row, from, at + shape.rewardAt() + agent);
        }
    }

    /** Shows what was put in, but for what is done next. */
    void show() {
        joint.show();
        continuing.show();
        seen.forEach(Part::show);
        nextSeen.forEach(Part::show);
        rewards.forEach(Part::show);
    }

    /** Puts in what an agent's target actor does next, [size, actions], flat. */
    void putNext(int agent, double[] actions) {
        int n = shape.head(agent).size();
        for (int row = 0; row < size; row++) {
            int to = row * shape.joint() + shape.actionAt(agent);
            for (int i = 0; i < n; i++) {
                nextJoint.numbers[to + i] = (float) actions[row * n + i];
            }
        }
    }

    /** Shows that too, once all agents' are there. */
    void showNext() {
        nextJoint.show();
    }

    /** What a critic sees, [size, joint]. */
    INDArray joint() {
        return joint.matrix.array();
    }

    /** What a target critic sees, [size, joint]. */
    INDArray nextJoint() {
        return nextJoint.matrix.array();
    }

    /** 1 where the episode went on or was only cut off, 0 where it terminated, [size, 1]. */
    INDArray continuing() {
        return continuing.matrix.array();
    }

    /** [size, observation]. */
    INDArray seen(int agent) {
        return seen.get(agent).matrix.array();
    }

    /** [size, observation]. */
    INDArray nextSeen(int agent) {
        return nextSeen.get(agent).matrix.array();
    }

    /** [size, 1]. */
    INDArray rewards(int agent) {
        return rewards.get(agent).matrix.array();
    }
}
