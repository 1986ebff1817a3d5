package marl.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marl.nn.Attention;
import marl.nn.Discretise;
import marl.nn.Embedding;
import marl.nn.Groups;
import marl.nn.Mlp;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Rows;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.nn.Trainable;
import marl.random.Require;

/**
 * A network of agents that share weights and talk in rounds (CommNet, Sukhbaatar, Szlam and Fergus 2016). What an agent sees, one
 * of n things or a few of them, becomes h^0 by a learned embedding. In round k
 *
 * <pre>
 * c_j = mean of h_i over the others i              (eq. 2)
 * h_j' = tanh(H h_j + C c_j + S h^0_j + b)         (eq. 1, with the skip connection of section 3)
 * </pre>
 *
 * <p>and after the last round a linear layer gives the logits of the actions (eq. 3). With {@link CommNetBuilder#attention} the mean
 * gives way to weights that the listener chooses by query and key (TarMAC, Das et al. 2019, eq. 3 to 5, oneself left out). With {@link
 * CommNetBuilder#bits} a message is a few bits, made by a linear layer and a threshold with a straight-through gradient, so that its
 * width is a real limit; real numbers carry any amount.
 *
 * <p>All messages of a batch are computed in one forward pass, so gradients flow through what was said to whoever said it. Messages
 * that were stored when acting have no way back; {@code cut} in {@link #apply(Tape, int[], Hearing, boolean)} shows what that does.
 * An agent alone hears the mean of nobody, which is 0. Biases b are one for each round. Serves one thread.
 */
public final class CommNet implements Trainable {
    private final CommNetSettings settings;
    private final Embedding embedding;
    private final List<Mlp> rounds = new ArrayList<>();
    private final List<Mlp> speakers = new ArrayList<>();
    private final List<Mlp> askers = new ArrayList<>();
    private final List<Mlp> signers = new ArrayList<>();
    private final Mlp out;

    CommNet(CommNetSettings settings, Precision precision, long seed) {
        this.settings = settings;
        CommNetParts parts = new CommNetParts(settings, precision, seed);
        embedding = parts.embedding();
        for (int k = 0; k < settings.rounds(); k++) {
            rounds.add(parts.round(k));
            if (settings.speaks()) {
                speakers.add(parts.speaker(k));
            }
            if (settings.keys() > 0) {
                askers.add(parts.key("query", k));
                signers.add(parts.key("signature", k));
            }
        }
        out = parts.out();
    }

    /**
     * Begins a network; all settings but these have defaults.
     *
     * @param things how many different things an agent may see
     * @param agents how many agents are in a game, at least 1
     * @param actions how many actions each has
     */
    public static CommNetBuilder of(int things, int agents, int actions) {
        return new CommNetBuilder(things, agents, actions);
    }

    /** The same with weights of its own. */
    public CommNet copy() {
        CommNet twin = new CommNet(settings, out.precision(), 0);
        twin.copyFrom(this);
        return twin;
    }

    /** How it was built. */
    public CommNetSettings settings() {
        return settings;
    }

    /** What it computes in. */
    public Precision precision() {
        return out.precision();
    }

    /**
     * What comes out of a forward pass.
     *
     * @param logits of the actions, [games * agents, actions]
     * @param weights who listened to whom in each round, [games * agents, agents]; empty without attention
     */
    public record Pass(Tensor logits, List<Tensor> weights) {}

    /**
     * The logits for a batch of games, [games * agents, actions], recorded.
     *
     * @param seen what each agent sees, [games * agents * fields], fields fastest, then agents
     * @throws IllegalArgumentException if the agents do not fill games
     */
    public Tensor apply(Tape tape, int[] seen) {
        return apply(tape, seen, Hearing.OTHERS, false).logits();
    }

    /**
     * The same with another hearing, and with or without gradients through messages.
     *
     * @param seen what each agent sees, [games * agents * fields], fields fastest, then agents
     * @param cut whether messages are taken as data, so that nobody learns what to say from what others made of it
     * @throws IllegalArgumentException if the agents do not fill games, or messages of one game alone are to be shuffled
     */
    public Pass apply(Tape tape, int[] seen, Hearing hearing, boolean cut) {
        int n = settings.agents();
        int each = n * settings.fields();
        Require.that(
                seen.length > 0 && seen.length % each == 0,
                "A game has " + n + " agents that see " + settings.fields() + " each, but there are " + seen.length
                        + " things seen; give whole games, at least one.");
        Require.that(
                hearing != Hearing.SHUFFLED || seen.length > each,
                "Messages are shuffled between games, so give two games or more.");
        Tensor start = embedded(tape, seen);
        Tensor h = start;
        List<Tensor> weights = new ArrayList<>();
        for (int k = 0; k < settings.rounds(); k++) {
            Heard heard = hear(k, h, hearing, cut);
            heard.weights().ifPresent(weights::add);
            Tensor input = h.concat(heard.messages());
            // In the first round h is h^0 itself.
            h = rounds.get(k)
                    .apply(k > 0 && settings.skip() ? input.concat(start) : input)
                    .tanh();
        }
        return new Pass(out.apply(h), List.copyOf(weights));
    }

    private Tensor embedded(Tape tape, int... seen) {
        Tensor all = embedding.apply(tape, seen);
        int fields = settings.fields();
        int d = settings.hidden();
        Tensor side = fields == 1 ? all : all.reshape(seen.length / fields, fields * d);
        Tensor sum = fields == 1 ? all : side.slice(0, d);
        for (int f = 1; f < fields; f++) {
            sum = sum.plus(side.slice(f * d, (f + 1) * d));
        }
        return sum;
    }

    private record Heard(Tensor messages, Optional<Tensor> weights) {}

    private Heard hear(int k, Tensor h, Hearing hearing, boolean cut) {
        Tensor said = settings.speaks() ? speakers.get(k).apply(h) : h;
        if (settings.bits()) {
            said = Discretise.straightThrough(said);
        }
        if (cut) {
            said = said.detach();
        }
        int n = settings.agents();
        if (hearing == Hearing.NOBODY) {
            return new Heard(said.detach().times(0), Optional.empty());
        }
        Tensor heard;
        Optional<Tensor> weights = Optional.empty();
        if (settings.keys() > 0) {
            Tensor query = askers.get(k).apply(h);
            Tensor sign = signers.get(k).apply(h);
            Tensor key = cut ? sign.detach() : sign;
            Attention attention = hearing == Hearing.EVERYBODY
                    ? Attention.toAll(query, key, said, n)
                    : Attention.toOthers(query, key, said, n);
            heard = attention.result();
            weights = Optional.of(attention.weights());
        } else {
            heard = Groups.meanOfOthers(said, n);
            if (hearing == Hearing.EVERYBODY) {
                heard = heard.times((n - 1.0) / n).plus(said.times(1.0 / n));
            }
        }
        return new Heard(hearing == Hearing.SHUFFLED ? fromNextGame(heard, n) : heard, weights);
    }

    private static Tensor fromNextGame(Tensor heard, int n) {
        int[] rows = new int[heard.rows()];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = (r + n) % rows.length;
        }
        return Rows.pick(heard, rows);
    }

    @Override
    public List<Parameters> parameters() {
        List<Parameters> all = new ArrayList<>(embedding.parameters());
        for (List<Mlp> part : List.of(rounds, speakers, askers, signers, List.of(out))) {
            part.forEach(net -> all.addAll(net.parameters()));
        }
        return all;
    }

    @Override
    public String toString() {
        return "CommNet " + settings;
    }
}
