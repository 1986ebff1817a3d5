package marl.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marl.env.SwitchRiddle;
import marl.nn.Optimiser;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Trainable;
import marl.random.Require;
import marl.random.Rng;

/**
 * Learns to talk in the {@link SwitchRiddle}, by DIAL or by RIAL (Foerster, Assael, de Freitas and Whiteson 2016). The prisoners share a
 * recurrent network that values doing nothing and telling; the bit of who is in the room goes to who is in the room tomorrow, in place of
 * the bulb. Each update plays a batch of fresh episodes, epsilon-greedily and with no replay, as in the paper, and follows the gradient
 * of {@code (y - Q)^2} over whole episodes, with y from a target network.
 *
 * <p><b>DIAL</b> makes the message a real number m that the other hears as sigmoid(m + noise) while training and as 1 if m &gt; 0, else 0,
 * in execution (section 5.2): the error of who listens flows through the message to who spoke. <b>RIAL</b> makes the message an action
 * with values of its own, so who speaks learns only from what everybody is paid.
 *
 * <p>What differs from the paper: one recurrent layer in place of two, no agent's number, no last action, Adam in place of RMSProp with
 * momentum. Same seed, same bits. Serves one thread.
 */
public final class Dial {
    private static final int MOST_SEQUENCES = 10_000;

    private final DialSettings settings;
    private final SwitchRiddle riddle;
    private final RiddleAgents net;
    private final RiddleAgents target;
    private final Optimiser optimiser;
    private long updates;

    Dial(SwitchRiddle riddle, DialSettings settings, Precision precision) {
        this.riddle = riddle;
        this.settings = settings;
        net = RiddleAgents.of(settings.differentiable(), settings.hidden(), precision, settings.seed());
        target = net.copy();
        optimiser = Optimiser.adam(settings.learningRate(), net).clipNorm(settings.clip());
    }

    /** Begins a learner; all settings have defaults. The riddle's own bulb is not used, only its prisoners and days. */
    public static DialBuilder of(SwitchRiddle riddle) {
        return new DialBuilder(riddle);
    }

    /** One update from a batch of fresh episodes. Returns their mean return. */
    public double update() {
        Rng rng = Rng.of(settings.seed(), "batch", updates);
        RiddleEpisodes episodes = RiddleEpisodes.drawn(riddle, settings.batch(), rng);
        RiddlePass.Manner manner = manner(false, settings.silent());
        List<RiddlePass> played = new ArrayList<>();
        optimiser.minimise(tape -> {
            RiddlePass pass = RiddlePass.play(tape, net, episodes, manner, rng);
            played.add(pass);
            List<RiddlePass> later = new ArrayList<>();
            tape.unrecorded(() -> {
                later.add(pass.again(tape, target, manner));
                return pass.values[0];
            });
            return RiddleLoss.of(tape, pass, later.get(0), settings.differentiable());
        });
        updates++;
        if (updates % settings.targetEvery() == 0) {
            target.copyFrom(net);
        }
        return played.get(0).value();
    }

    /** Many updates. */
    public void run(int count) {
        for (int k = 0; k < count; k++) {
            update();
        }
    }

    private RiddlePass.Manner manner(boolean execution, boolean silent) {
        return new RiddlePass.Manner(
                settings.differentiable(), settings.cut(), silent, settings.sigma(), settings.epsilon(), execution);
    }

    /**
     * What the team is worth in execution, greedy and with messages of one bit, exactly: the mean over all sequences of visits.
     *
     * @throws IllegalArgumentException if there are more than 10,000, that is for more than 3 prisoners
     */
    public double value() {
        return executed(settings.silent()).value();
    }

    /**
     * The same with the bulb taken away from agents that have learned with it: 0 is heard every day.
     *
     * @throws IllegalArgumentException as {@link #value} does
     */
    public double valueSilenced() {
        return executed(true).value();
    }

    private RiddlePass executed(boolean silent) {
        double count = Math.pow(riddle.agents(), riddle.days());
        Require.that(
                count <= MOST_SEQUENCES,
                String.format(
                        Locale.ROOT,
                        "There are %.3g sequences of visits, and at most %d are played; take 3 prisoners.",
                        count,
                        MOST_SEQUENCES));
        Tape tape = Tape.of(net.memory().precision());
        List<RiddlePass> played = new ArrayList<>();
        tape.unrecorded(() -> {
            played.add(RiddlePass.play(tape, net, RiddleEpisodes.all(riddle), manner(true, silent), Rng.of(0)));
            return played.get(0).values[0];
        });
        return played.get(0);
    }

    /**
     * What visitors do in one situation, over all sequences of visits in which the episode is still running.
     *
     * @param day from 0
     * @param heard the bit that came in
     * @param been whether the visitor has been there before
     * @param share how many of all episodes come here
     * @param says the share of these in which the bit sent is 1
     * @param tells the share of these in which the visitor tells
     */
    public record Situation(int day, int heard, boolean been, double share, double says, double tells) {}

    /**
     * The learned protocol as a table, by day, bit heard and having been there; situations that never occur are left out.
     *
     * @throws IllegalArgumentException as {@link #value} does
     */
    public List<Situation> protocol() {
        RiddlePass pass = executed(settings.silent());
        RiddleEpisodes e = pass.episodes;
        List<Situation> rows = new ArrayList<>();
        for (int day = 0; day < e.days; day++) {
            for (int code = 0; code < 4; code++) {
                int count = 0;
                int says = 0;
                int tells = 0;
                for (int b = 0; b < e.size; b++) {
                    int heard = day == 0 || settings.silent() ? 0 : pass.bits[day - 1][b];
                    if (pass.alive[day][b] && code == 2 * heard + (e.been[day][b] ? 1 : 0)) {
                        count++;
                        says += pass.bits[day][b];
                        tells += pass.actions[day][b];
                    }
                }
                if (count > 0) {
                    rows.add(new Situation(
                            day,
                            code / 2,
                            code % 2 == 1,
                            (double) count / e.size,
                            (double) says / count,
                            (double) tells / count));
                }
            }
        }
        return List.copyOf(rows);
    }

    /** How it was built. */
    public DialSettings settings() {
        return settings;
    }

    /** The weights of the network that all share. */
    public Trainable network() {
        return net;
    }

    @Override
    public String toString() {
        return (settings.differentiable() ? "DIAL" : "RIAL") + " of " + riddle.agents() + " after " + updates
                + " updates";
    }
}
