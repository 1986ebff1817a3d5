package marl.game;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marl.random.Rng;

/**
 * Everybody against everybody, and against a copy of itself, as in Axelrod's tournaments (Axelrod 1980). The same seed gives
 * the same result.
 *
 * <p>An entrant that throws, makes an illegal move or does not answer forfeits: it is out, the {@link Standings} say why,
 * and the others' results are as if it had never entered. Awkward: a move that never returns is given up after a limit by
 * the clock, 5 seconds for a pairing unless said; its thread goes on until the program ends.
 *
 * <pre>{@code
 * Standings standings = Tournament.of(Games.prisonersDilemma(), Entrant.classics()).turns(200).run();
 * }</pre>
 */
public final class Tournament {
    private final MatrixGame game;
    private final List<Entrant> entrants;
    private int turns = 200;
    private int repetitions = 1;
    private double noise;
    private long seed;
    private Duration limit = Duration.ofSeconds(5);

    private Tournament(MatrixGame game, List<Entrant> entrants) {
        this.game = game;
        this.entrants = entrants;
    }

    /**
     * A tournament of 200 turns, played once, without noise, unless said otherwise.
     *
     * @throws IllegalArgumentException if the game is not 2 x 2, there is no entrant or two have one name
     */
    public static Tournament of(MatrixGame game, List<Entrant> entrants) {
        new Match(game, 1, 0);
        Set<String> names = entrants.stream().map(Entrant::name).collect(Collectors.toCollection(HashSet::new));
        if (entrants.isEmpty() || names.size() < entrants.size()) {
            throw new IllegalArgumentException(
                    "A tournament needs at least one entrant, and a name of its own for each; got "
                            + entrants.stream().map(Entrant::name).toList() + ".");
        }
        return new Tournament(game, List.copyOf(entrants));
    }

    /** How many turns a match has, at least 1. */
    public Tournament turns(int count) {
        new Match(game, count, 0);
        turns = count;
        return this;
    }

    /** How often everybody meets everybody, at least once; results are means over the repetitions. */
    public Tournament repetitions(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A tournament is played at least once, not " + count + " times.");
        }
        repetitions = count;
        return this;
    }

    /** The probability that a move comes out as the other one. */
    public Tournament noise(double probability) {
        new Match(game, 1, probability);
        noise = probability;
        return this;
    }

    /** The seed of all chance; 0 unless said. */
    public Tournament seed(long value) {
        seed = value;
        return this;
    }

    /** How long all matches of one pair may take before the one that is being waited for forfeits. */
    public Tournament limit(Duration perPair) {
        if (perPair.isNegative() || perPair.isZero()) {
            throw new IllegalArgumentException("A limit is longer than nothing, not " + perPair + ".");
        }
        limit = perPair;
        return this;
    }

    /**
     * Plays.
     *
     * @throws CancellationException if interrupted
     */
    public Standings run() {
        int n = entrants.size();
        double[][] scores = new double[n][n];
        double[][] cooperations = new double[n][n];
        Map<String, String> forfeits = new LinkedHashMap<>();
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                pairs.add(new int[] {i, j});
            }
        }
        for (int next = 0; next < pairs.size(); ) {
            Match match = new Match(game, turns, noise);
            next = Shift.work(
                    new Shift.Work() {
                        @Override
                        public Runnable pairing(int number) {
                            int i = pairs.get(number)[0];
                            int j = pairs.get(number)[1];
                            if (forfeits.containsKey(name(i)) || forfeits.containsKey(name(j))) {
                                return () -> {};
                            }
                            try {
                                double[] result = pair(match, i, j);
                                return () -> note(i, j, result, scores, cooperations);
                            } catch (Match.Forfeit e) {
                                return () -> forfeits.put(name(e.player() == 0 ? i : j), e.getMessage());
                            }
                        }

                        @Override
                        public void late(int number) {
                            forfeits.put(
                                    name(pairs.get(number)[match.mover()]),
                                    "did not answer within " + limit.toMillis() / 1000.0 + " seconds");
                        }
                    },
                    next,
                    pairs.size(),
                    limit);
        }
        return Standings.of(entrants.stream().map(Entrant::name).toList(), scores, cooperations, forfeits);
    }

    private String name(int entrant) {
        return entrants.get(entrant).name();
    }

    private static void note(int i, int j, double[] result, double[][] scores, double[][] cooperations) {
        scores[i][j] = result[0];
        cooperations[i][j] = result[2];
        if (i != j) {
            scores[j][i] = result[1];
            cooperations[j][i] = result[3];
        }
    }

    private double[] pair(Match match, int i, int j) {
        double[] sums = new double[4];
        String pair = name(i) + " - " + name(j);
        for (int repetition = 0; repetition < repetitions; repetition++) {
            match.play(entrants.get(i).strategy(), entrants.get(j).strategy(), Rng.mix(seed, pair, repetition));
            for (int p = 0; p < 2; p++) {
                sums[p] += match.score(p);
                sums[2 + p] += match.cooperations(p);
            }
        }
        return Arrays.stream(sums).map(x -> x / repetitions).toArray();
    }
}
