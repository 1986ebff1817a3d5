package marl.deep;

import marl.nn.Tape;
import marl.nn.Tensor;
import marl.replay.Batch;
import marl.replay.EpisodeBatch;

/**
 * {@link TeamLoss} for agents with a memory, over whole episodes, as EPyMARL computes it: each network walks once over the
 * observations of all steps and the one after the last, from a hidden state of zeros; its values at step t are what was
 * believed, those at t + 1 what comes next. Rows behind the end of an episode count 0, and since they come last, nothing that
 * counts has seen them.
 */
final class SequenceLoss {
    private final TeamQSettings settings;
    private final TeamNets nets;
    private final TeamNets target;

    SequenceLoss(TeamQSettings settings, TeamNets nets, TeamNets target) {
        this.settings = settings;
        this.nets = nets;
        this.target = target;
    }

    /** On this tape, [1, 1]. */
    Tensor of(Tape tape, EpisodeBatch episodes) {
        Batch batch = episodes.steps();
        Tensor[] judging =
                target.unrecordedAlong(tape, episodes); // first, so that what goes back is still in the cache
        Tensor[] along = nets.along(tape, episodes);
        Tensor tdTarget = tape.unrecorded(() -> tdTarget(tape, episodes, along, judging));
        Tensor[] now = nets.now(along, episodes.episodes());
        Tensor total = nets.total(now, nets.taken(batch), tape.input(batch.states()));
        return TeamLoss.mean(total.minus(tdTarget).square(), batch);
    }

    private Tensor tdTarget(Tape tape, EpisodeBatch episodes, Tensor[] along, Tensor[] judging) {
        Batch batch = episodes.steps();
        Tensor[] judged = nets.next(judging, episodes.episodes());
        Tensor[] choosing = settings.doubleQ() ? nets.next(along, episodes.episodes()) : judged;
        return target.total(judged, TeamNets.best(choosing, batch, true), tape.input(batch.nextStates()))
                .times(batch.continuing())
                .times(settings.gamma())
                .plus(batch.rewards());
    }
}
