package marl.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Strikes out dominated actions one at a time until none is left, and keeps the trace.
 *
 * <p>Each step takes the first dominated action of the lowest-numbered player. For strict dominance the order makes no
 * difference and no equilibrium is lost. For weak dominance the order can change what is left, and equilibria can be
 * lost (Osborne and Rubinstein 1994, sections 4.2 and 4.3).
 *
 * @param steps what was struck out and why, in order, with the action indices of the game at the start
 * @param remaining indices of the actions left, one list per player
 * @param reduced the game that is left
 */
public record IteratedElimination(List<Domination> steps, List<List<Integer>> remaining, MatrixGame reduced) {
    /** Copies the lists. */
    public IteratedElimination {
        steps = List.copyOf(steps);
        remaining = List.copyOf(remaining);
    }

    /** Eliminates strictly dominated actions of all players, by pure and by mixed strategies. */
    public static IteratedElimination strict(MatrixGame game) {
        return run(game, true);
    }

    /** Eliminates weakly dominated actions of all players, by pure and by mixed strategies. */
    public static IteratedElimination weak(MatrixGame game) {
        return run(game, false);
    }

    /** Whether one action is left for everybody. */
    public boolean solved() {
        return reduced.jointActions() == 1;
    }

    /** One line per step, then the game that is left. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(i + 1).append(". ").append(steps.get(i)).append('\n');
        }
        return text.append(steps.isEmpty() ? "nothing is dominated\n" : "what is left: ")
                .append(reduced)
                .toString();
    }

    private static IteratedElimination run(MatrixGame game, boolean strict) {
        List<List<Integer>> kept = new ArrayList<>();
        for (int p = 0; p < game.players(); p++) {
            kept.add(IntStream.range(0, game.actions(p)).boxed().toList());
        }
        List<Domination> steps = new ArrayList<>();
        MatrixGame reduced = game;
        Optional<Domination> next = first(reduced, strict);
        while (next.isPresent()) {
            Domination step = next.get();
            List<Integer> own = new ArrayList<>(kept.get(step.player()));
            steps.add(lift(game, step, own));
            own.remove(step.action());
            kept.set(step.player(), List.copyOf(own));
            reduced = restrict(game, kept);
            next = first(reduced, strict);
        }
        return new IteratedElimination(steps, kept, reduced);
    }

    private static Optional<Domination> first(MatrixGame game, boolean strict) {
        for (int p = 0; p < game.players(); p++) {
            for (int a = 0; a < game.actions(p); a++) {
                Optional<Domination> found = strict ? Dominance.strict(game, p, a) : Dominance.weak(game, p, a);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The step of a reduced game in the action indices of the full one. */
    private static Domination lift(MatrixGame game, Domination step, List<Integer> own) {
        double[] by = new double[game.actions(step.player())];
        for (int a = 0; a < own.size(); a++) {
            by[own.get(a)] = step.by().get(a);
        }
        return Domination.of(game, step.player(), own.get(step.action()), by, step.strict());
    }

    private static MatrixGame restrict(MatrixGame game, List<List<Integer>> kept) {
        List<String[]> names = new ArrayList<>();
        for (int p = 0; p < game.players(); p++) {
            names.add(kept.get(p).stream().map(game.actionNames(p)::get).toArray(String[]::new));
        }
        return MatrixGame.of(game.name(), names, joint -> {
            int[] full = new int[joint.length];
            Arrays.setAll(full, p -> kept.get(p).get(joint[p]));
            return game.payoffs(full);
        });
    }
}
