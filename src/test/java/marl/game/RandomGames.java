package marl.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random games with small whole payoffs, so that ties are exact and happen often. */
final class RandomGames {
    private RandomGames() {}

    /** Two players with 1 to {@code most} actions each and payoffs from -{@code size} to {@code size}. */
    static Arbitrary<MatrixGame> bimatrix(int most, int size) {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            int rows = 1 + random.nextInt(most);
            int columns = 1 + random.nextInt(most);
            return MatrixGame.bimatrix(
                    "random " + seed,
                    names(rows),
                    names(columns),
                    table(random, rows, columns, size),
                    table(random, rows, columns, size));
        });
    }

    /** Two to four players with 1 to 3 actions each. */
    static Arbitrary<MatrixGame> ofManyPlayers(int size) {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            int players = 2 + random.nextInt(3);
            List<String[]> names = new ArrayList<>();
            for (int p = 0; p < players; p++) {
                names.add(names(1 + random.nextInt(3)));
            }
            return MatrixGame.of(
                    "random " + seed,
                    names,
                    joint -> IntStream.range(0, players)
                            .mapToDouble(p -> random.nextInt(2 * size + 1) - size)
                            .toArray());
        });
    }

    /** A mixed strategy for every player of {@code game}, with zeros now and then. */
    static double[][] profile(MatrixGame game, long seed) {
        Random random = new Random(seed);
        double[][] mixed = new double[game.players()][];
        for (int p = 0; p < mixed.length; p++) {
            double[] weights = new double[game.actions(p)];
            for (int a = 0; a < weights.length; a++) {
                weights[a] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
            }
            weights[random.nextInt(weights.length)] += 0.1;
            mixed[p] = MixedStrategy.normalise(weights);
        }
        return mixed;
    }

    static double[][] table(Random random, int rows, int columns, int size) {
        double[][] table = new double[rows][columns];
        for (double[] row : table) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextInt(2 * size + 1) - size;
            }
        }
        return table;
    }

    static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i).toArray(String[]::new);
    }
}
