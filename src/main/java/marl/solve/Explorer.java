package marl.solve;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.ObservationIndex;
import marl.env.Step;

/** Writes a deterministic one-agent game down as a {@link FiniteMdp} by trying everything in copies of it. */
public final class Explorer {
    private Explorer() {}

    /**
     * Tries every legal action in every observation that can be reached. States of the process are indices of
     * observations; indices that are never reached become terminal.
     *
     * <p>The game must be what the index says it is: deterministic, the same after every reset, without a time limit, and
     * with the Markov property over the indices. The first three are checked by exploring twice with different seeds.
     *
     * @throws IllegalArgumentException if the game has more than one agent, moves by chance, is cut off by a time limit,
     *     or reaches an index both as an ending and on the way
     */
    public static FiniteMdp explore(MarkovGame game, ObservationIndex index) {
        if (game.agents() != 1) {
            throw new IllegalArgumentException(
                    "Only a game of one agent is a decision process; fix the partners first (AgainstFixed).");
        }
        Found found = new Found(game, index, 1);
        if (!Arrays.equals(found.steps, new Found(game, index, 2).steps)) {
            throw new IllegalArgumentException(
                    game.name() + " moves by chance, so one try of each action does not tell what can follow.");
        }
        FiniteMdp.Builder builder = FiniteMdp.of(index.size(), game.actions(0));
        for (int s = 0; s < index.size(); s++) {
            boolean any = false;
            for (int a = 0; a < game.actions(0); a++) {
                Outcome outcome = found.steps[s * game.actions(0) + a];
                if (outcome.next >= 0) {
                    any = true;
                    builder.sure(s, a, outcome.next, outcome.reward);
                    if (outcome.terminated && found.reached[outcome.next]) {
                        throw new IllegalArgumentException("Observation " + outcome.next
                                + " is an ending in one place and not in another; use an index that tells them apart.");
                    }
                }
            }
            if (!any) {
                builder.terminal(s);
            }
        }
        return builder.build();
    }

    private record Outcome(int next, double reward, boolean terminated) {
        static final Outcome NONE = new Outcome(-1, 0, false);
    }

    private static final class Found {
        final Outcome[] steps;
        final boolean[] reached;

        Found(MarkovGame game, ObservationIndex index, long seed) {
            int actions = game.actions(0);
            steps = new Outcome[index.size() * actions];
            Arrays.fill(steps, Outcome.NONE);
            reached = new boolean[index.size()];
            Deque<MarkovGame> open = new ArrayDeque<>();
            Deque<Integer> states = new ArrayDeque<>();
            MarkovGame start = game.copy();
            int first = index.of(start.reset(seed)[0]);
            reached[first] = true;
            open.add(start);
            states.add(first);
            while (!open.isEmpty()) {
                MarkovGame here = open.remove();
                int state = states.remove();
                boolean[] legal = here.legalActions(0);
                for (int a = 0; a < actions; a++) {
                    if (!legal[a]) {
                        continue;
                    }
                    MarkovGame there = here.copy();
                    Step step = there.step(JointAction.of(a));
                    if (step.truncated()) {
                        throw new IllegalArgumentException(
                                game.name() + " was cut off by its time limit; explore it without one.");
                    }
                    int next = index.of(step.observations()[0]);
                    steps[state * actions + a] = new Outcome(next, step.rewards()[0], step.terminated());
                    if (!step.terminated() && !reached[next]) {
                        reached[next] = true;
                        open.add(there);
                        states.add(next);
                    }
                }
            }
        }
    }
}
