package marl.deep;

import marl.nn.Tape;
import marl.nn.Tensor;

/** Computes the gradient of a part of a minibatch in copies of the networks. */
final class GradientPart {
    private final ActorCriticNets nets;
    private final ActorCriticLoss loss;
    private final Tape tape;
    private final RowGatherer[] gatherers;

    GradientPart(ActorCriticSettings settings, ActorCriticNets nets) {
        this.nets = nets.copy();
        loss = new ActorCriticLoss(settings);
        tape = Tape.of(settings.precision());
        gatherers = new RowGatherer[nets.groups()];
        for (int group = 0; group < gatherers.length; group++) {
            gatherers[group] = new RowGatherer();
        }
    }

    ActorCriticNets nets() {
        return nets;
    }

    /**
     * Leaves the gradient in the copies: that of the mean over this part's rows, times their share of the minibatch.
     *
     * @param rows of each group the numbers of the rows in a new order
     * @param slices of each group the part of that order, {from, to}
     * @param all how many rows the whole minibatch has
     * @return this part of the loss
     */
    double compute(Rollout rollout, ActorCriticNets newest, int[][] rows, int[][] slices, int all, ValueScale scale) {
        nets.copyFrom(newest);
        nets.parameters().forEach(p -> p.zeroGradients());
        tape.restart();
        Tensor total = tape.column(0);
        for (int group = 0; group < nets.groups(); group++) {
            int from = slices[group][0];
            int to = slices[group][1];
            if (to > from) {
                ActorCriticRows part = gatherers[group].gather(rollout, rows[group], from, to, nets.head(group), scale);
                Tensor own = loss.of(tape, nets, group, part);
                total = total.plus(own.times((double) (to - from) / all));
            }
        }
        double value = total.item();
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("The loss is " + value + "; no weight was changed."
                    + " Lower the learning rate, clip the gradient or look for NaN in what the game shows and pays.");
        }
        total.backward();
        return value;
    }
}
