package marl.deep;

import java.util.Arrays;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import marl.replay.Batch;
import marl.replay.EpisodeBatch;
import marl.replay.EpisodeReplay;

/**
 * The loss of recurrent deep Q-learning: the mean over all steps of (y - Q(h, o, a))^2 with y = r + gamma Q'(h', o', a')
 * (Hausknecht and Stone 2015, section 4; double Q after van Hasselt et al. 2016, eq. 4). Blank rows count 0.
 */
final class DrqnLoss {
    private final DrqnSettings settings;
    private final AgentNetwork network;
    private final AgentNetwork target;

    DrqnLoss(DrqnSettings settings, AgentNetwork network, AgentNetwork target) {
        this.settings = settings;
        this.network = network;
        this.target = target;
    }

    /** Draws what these settings replay. */
    static EpisodeBatch draw(DrqnSettings settings, EpisodeReplay replay, Rng rng) {
        int episodes = settings.replay().batch();
        SequenceStart start = settings.start();
        if (start instanceof SequenceStart.Zero zero) {
            return replay.pieces(episodes, zero.length(), 0, rng);
        } else if (start instanceof SequenceStart.Stored stored) {
            return replay.pieces(episodes, stored.length(), 0, rng);
        } else if (start instanceof SequenceStart.BurnIn burned) {
            return replay.pieces(episodes, burned.length(), burned.burnIn(), rng);
        }
        return replay.sequences(episodes, rng);
    }

    /** On this tape, [1, 1]. */
    Tensor of(Tape tape, EpisodeBatch episodes) {
        Batch batch = episodes.steps();
        Tensor along = along(network, tape, episodes);
        Tensor tdTarget = tape.unrecorded(() -> tdTarget(tape, episodes, along));
        Tensor chosen = along.rows(0, batch.size()).gather(batch.actions());
        return TeamLoss.mean(chosen.minus(tdTarget).square(), batch);
    }

    private Tensor tdTarget(Tape tape, EpisodeBatch episodes, Tensor along) {
        Batch batch = episodes.steps();
        Tensor judged = next(along(target, tape, episodes), episodes);
        Tensor choosing = settings.doubleQ() ? next(along, episodes) : judged;
        Tensor legal = batch.nextRestricted() ? choosing.plus(batch.nextForbidden()) : choosing;
        return judged.gather(legal.argmax())
                .times(batch.continuing())
                .times(settings.gamma())
                .plus(batch.rewards());
    }

    private static Tensor next(Tensor along, EpisodeBatch episodes) {
        return along.rows(episodes.episodes(), along.rows());
    }

    private Tensor along(AgentNetwork of, Tape tape, EpisodeBatch episodes) {
        return of.values(tape, episodes.sequences(), tape.unrecorded(() -> start(of, tape, episodes)));
    }

    private Tensor start(AgentNetwork of, Tape tape, EpisodeBatch episodes) {
        int n = episodes.episodes();
        if (settings.start() instanceof SequenceStart.Stored) {
            return tape.input(episodes.steps().states()).rows(0, n);
        }
        if (!(settings.start() instanceof SequenceStart.BurnIn)) {
            return of.zero(tape, n);
        }
        int[] lengths = episodes.burnInLengths();
        double[] walked = Arrays.stream(lengths)
                .mapToDouble(length -> Math.min(length, 1))
                .toArray();
        int[] atLeastOne =
                Arrays.stream(lengths).map(length -> Math.max(length, 1)).toArray();
        return of.after(tape, episodes.burnIn(), atLeastOne)
                .times(tape.column(walked).broadcast(of.units()));
    }
}
