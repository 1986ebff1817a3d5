package marl.deep;

import marl.deep.Weighting.Rule;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.replay.Batch;

/**
 * The loss of a team: the mean over all transitions of (y - total)^2 with y = r + gamma total'(s', a'), where a' is best
 * for each agent on its own (Sunehag et al. 2018; Rashid et al. 2018, equation 6). With weights (Rashid et al. 2020) y
 * comes from a central value without constraints, which is fitted to the same y.
 */
final class TeamLoss {

    private final TeamQSettings settings;
    private final TeamNets nets;
    private final TeamNets target;
    private final TeamNets central;
    private final TeamNets centralTarget;

    /** Without weights the central ones are the plain ones, and are not looked at. */
    TeamLoss(TeamQSettings settings, TeamNets nets, TeamNets target, TeamNets central, TeamNets centralTarget) {
        this.settings = settings;
        this.nets = nets;
        this.target = target;
        this.central = central;
        this.centralTarget = centralTarget;
    }

    /** On this tape, [1, 1]. */
    Tensor of(Tape tape, Batch batch) {
        Tensor states = tape.input(batch.states());
        Tensor tdTarget = tape.unrecorded(() -> tdTarget(tape, batch));
        Tensor[] values = nets.values(tape, batch, false);
        Tensor error = nets.total(values, nets.taken(batch), states).minus(tdTarget);
        if (!settings.weighting().central()) {
            return mean(error.square(), batch);
        }
        double[] weights = settings.weighting().rule() == Rule.OPTIMISTIC
                ? optimistic(error)
                : centrally(tape, batch, values, tdTarget, states);
        Tensor free = central.total(central.values(tape, batch, false), central.taken(batch), states);
        return mean(error.square().times(tape.column(weights)), batch)
                .plus(mean(free.minus(tdTarget).square(), batch));
    }

    /** What the totals should be; no gradient flows into it. */
    private Tensor tdTarget(Tape tape, Batch batch) {
        Tensor nextStates = tape.input(batch.nextStates());
        TeamNets judge = settings.weighting().central() ? centralTarget : target;
        TeamNets chooser = settings.doubleQ() ? nets : target;
        Tensor[] judged = judge.values(tape, batch, true);
        int[][] best = TeamNets.best(chooser == judge ? judged : chooser.values(tape, batch, true), batch, true);
        return judge.total(judged, best, nextStates)
                .times(batch.continuing())
                .times(settings.gamma())
                .plus(batch.rewards());
    }

    /** Over the rows that count. */
    static Tensor mean(Tensor numbers, Batch batch) {
        return batch.filledRows() == batch.size()
                ? numbers.mean()
                : numbers.times(batch.filled()).sum().times(1.0 / batch.filledRows());
    }

    private double[] optimistic(Tensor error) {
        double[] errors = error.numbers();
        double[] weights = new double[errors.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = errors[row] < 0 ? 1 : settings.weighting().alpha();
        }
        return weights;
    }

    private double[] centrally(Tape tape, Batch batch, Tensor[] values, Tensor tdTarget, Tensor states) {
        int[][] best = TeamNets.best(values, batch, false);
        int[][] taken = nets.taken(batch);
        double[] targets = tdTarget.numbers();
        double[] bestValues = centralTarget
                .total(centralTarget.values(tape, batch, false), best, states)
                .numbers();
        double[] weights = new double[targets.length];
        int agents = batch.agents();
        for (int row = 0; row < weights.length; row++) {
            boolean same = true;
            for (int agent = 0; agent < agents; agent++) {
                int part = taken.length == 1 ? 0 : agent;
                int place = taken.length == 1 ? row * agents + agent : row;
                same &= taken[part][place] == best[part][place];
            }
            weights[row] = same || targets[row] > bestValues[row]
                    ? 1
                    : settings.weighting().alpha();
        }
        return weights;
    }
}
