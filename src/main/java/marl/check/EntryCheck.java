package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson12;
import marl.exercise.Lesson12.Entry;
import marl.game.Entrant;
import marl.game.Games;
import marl.game.History;
import marl.game.Standings;
import marl.game.Tournament;

/**
 * The check of 12-3: by the rules, and by its place against the eight strategies of the lesson, against some of them, and
 * with mistakes.
 */
final class EntryCheck {

    private static final String NAME = "your entry";
    private static final int MATCH = 60;
    private static final int MATCHES = 60;
    private static final int FIELDS = 3;
    private static final int REPETITIONS = 5;

    private EntryCheck() {}

    static Checks<Entry> checks() {
        return Checks.of(
                Lesson12.ENTRY,
                part(
                        "it plays by the rules",
                        1,
                        "A move is 0 or 1, also when nothing has happened yet; leave the arrays alone.",
                        TimeLimit.on(EntryCheck::legal)),
                part(
                        "it decides by what it has seen",
                        1,
                        "The same history must give the same move: no counters of your own, no chance, no clock.",
                        TimeLimit.on(EntryCheck::repeatable)),
                part(
                        "it beats half of the field, in several fields",
                        1,
                        "Be nice, and do not let yourself be exploited.",
                        TimeLimit.on(EntryCheck::upperHalf)),
                part(
                        "it comes first or second, and mistakes do not ruin it",
                        1,
                        "Forgive quickly, so that nobody drags you into an endless feud; punish at once, so that"
                                + " nobody profits.",
                        TimeLimit.on(EntryCheck::firstOrSecond)));
    }

    private static int[] moves(SplittableRandom random, int count) {
        return random.ints(count, 0, 2).toArray();
    }

    private static int ask(Entry answer, int[] own, int[] other) {
        int[] mine = own.clone();
        int[] theirs = other.clone();
        int move = answer.move(mine, theirs);
        given("own moves %s, the other's %s", show(own), show(other))
                .that(
                        (move == 0 || move == 1) && Arrays.equals(mine, own) && Arrays.equals(theirs, other),
                        "a move of 0 or 1, and both arrays as they were",
                        "move %d, arrays %s and %s",
                        move,
                        show(mine),
                        show(theirs));
        return move;
    }

    private static void legal(Entry answer, Cases cases) {
        SplittableRandom random = cases.random(1);
        for (int rounds = 0; rounds < cases.count(); rounds++) {
            ask(answer, moves(random, rounds), moves(random, rounds));
        }
    }

    /** Asks for the same histories in two different orders, the second time backwards. */
    private static void repeatable(Entry answer, Cases cases) {
        SplittableRandom random = cases.random(2);
        List<int[][]> histories = new ArrayList<>();
        List<Integer> first = new ArrayList<>();
        for (int c = 0; c < 5 * cases.count(); c++) {
            int rounds = random.nextInt(12);
            histories.add(new int[][] {moves(random, rounds), moves(random, rounds)});
            first.add(ask(answer, histories.get(c)[0], histories.get(c)[1]));
        }
        for (int c = histories.size() - 1; c >= 0; c--) {
            int[][] seen = histories.get(c);
            int again = ask(answer, seen[0], seen[1]);
            given("own moves %s, the other's %s, asked twice", show(seen[0]), show(seen[1]))
                    .same(first.get(c), again);
        }
    }

    private static void upperHalf(Entry answer, Cases cases) {
        sameAgain(answer, cases);
        SplittableRandom random = cases.random(5);
        place(answer, new Contest(Entrant.classics(), turns(random), 0, 1), 5, random);
        for (int k = 0; k < FIELDS; k++) {
            List<Entrant> some = new ArrayList<>(Entrant.classics());
            while (some.size() > 5) {
                some.remove(random.nextInt(some.size()));
            }
            place(answer, new Contest(some, turns(random), 0, 1), 3, random);
        }
    }

    private static void firstOrSecond(Entry answer, Cases cases) {
        sameAgain(answer, cases);
        SplittableRandom random = cases.random(2);
        place(answer, new Contest(Entrant.classics(), turns(random), 0, 1), 2, random);
        mistaken(answer, new Contest(Entrant.classics(), turns(random), 0.05, REPETITIONS), random);
    }

    private static int turns(SplittableRandom random) {
        return random.nextInt(150, 251);
    }

    /** Plays the same match again and again: a hidden counter, or chance that is not in the history, shows sooner or later. */
    private static void sameAgain(Entry answer, Cases cases) {
        int[][] first = match(answer, MATCH);
        for (int k = 1; k < MATCHES; k++) {
            given("the same match of %d rounds, played %d times", MATCH, MATCHES)
                    .that(
                            Arrays.deepEquals(first, match(answer, MATCH)),
                            "the same moves every time",
                            "other moves the time number %d",
                            k + 1);
        }
    }

    private static int[][] match(Entry answer, int rounds) {
        int[][] moves = new int[2][0];
        for (int round = 0; round < rounds; round++) {
            int own = answer.move(moves[0].clone(), moves[1].clone());
            int other = round == 0 ? 0 : moves[0][round - 1];
            moves[0] = Arrays.copyOf(moves[0], round + 1);
            moves[1] = Arrays.copyOf(moves[1], round + 1);
            moves[0][round] = own;
            moves[1][round] = other;
        }
        return moves;
    }

    /** A field that an entry meets: for so many rounds, with so many of its moves going wrong, so many times. */
    private record Contest(List<Entrant> field, int turns, double mistakes, int repetitions) {

        @Override
        public String toString() {
            return "a tournament of " + turns + " turns against "
                    + String.join(", ", field.stream().map(Entrant::name).toList())
                    + (mistakes == 0 ? "" : "; " + Math.round(100 * mistakes) + " % of the moves go wrong");
        }

        Standings against(Entry answer, long seed) {
            List<Entrant> all = new ArrayList<>(field);
            all.add(new Entrant(NAME, (seen, rng) -> answer.move(own(seen), other(seen))));
            return Tournament.of(Games.prisonersDilemma(), all)
                    .turns(turns)
                    .noise(mistakes)
                    .repetitions(repetitions)
                    .seed(seed)
                    .run();
        }
    }

    private static void place(Entry answer, Contest contest, int needed, SplittableRandom random) {
        ask(answer, new int[0], new int[0]); // an entry that is not written yet says so here, and does not forfeit
        Standings standings = played(answer, contest, random);
        // Of entries with equal totals the one that entered first is named first; that must not cost a place.
        long better = standings.names().stream()
                .filter(name -> standings.total(name) > standings.total(NAME) + 1e-9)
                .count();
        given("%s", contest)
                .that(
                        better < needed,
                        "place " + needed + " or better",
                        "place %d with %.0f points; the first has %.0f",
                        better + 1,
                        standings.total(NAME),
                        standings.total(standings.ranking().get(0)));
    }

    private static Standings played(Entry answer, Contest contest, SplittableRandom random) {
        Standings standings = contest.against(answer, random.nextLong());
        String out = standings.forfeits().getOrDefault(NAME, "");
        given("%s", contest).that(out.isEmpty(), "an entry that plays to the end", "it %s", out);
        return standings;
    }

    /**
     * Tit-for-tat earns 1.9 % more than the field's mean there, with a standard deviation of 0.8: it falls below 98 % once in
     * some millions. Who cooperates for ever after a slip earns 84 %.
     */
    private static void mistaken(Entry answer, Contest contest, SplittableRandom random) {
        Standings standings = played(answer, contest, random);
        double mean = standings.names().stream()
                .mapToDouble(standings::total)
                .average()
                .orElseThrow();
        given("%s", contest)
                .that(
                        standings.total(NAME) >= 0.98 * mean,
                        String.format("at least 98 %% of the field's mean of %.0f points", mean),
                        "%.0f points",
                        standings.total(NAME));
    }

    private static int[] own(History seen) {
        int[] moves = new int[seen.rounds()];
        Arrays.setAll(moves, seen::own);
        return moves;
    }

    private static int[] other(History seen) {
        int[] moves = new int[seen.rounds()];
        Arrays.setAll(moves, seen::other);
        return moves;
    }
}
