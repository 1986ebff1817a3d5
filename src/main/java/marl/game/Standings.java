package marl.game;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a {@link Tournament} brought. Rows and columns are in the order of the entrants that did not forfeit. Immutable.
 */
public final class Standings {
    private final List<String> names;
    private final double[][] scores;
    private final double[][] cooperations;
    private final Map<String, String> forfeits;

    private Standings(List<String> names, double[][] scores, double[][] cooperations, Map<String, String> forfeits) {
        this.names = names;
        this.scores = scores;
        this.cooperations = cooperations;
        this.forfeits = forfeits;
    }

    static Standings of(List<String> all, double[][] scores, double[][] cooperations, Map<String, String> forfeits) {
        int[] kept = IntStream.range(0, all.size())
                .filter(i -> !forfeits.containsKey(all.get(i)))
                .toArray();
        List<String> names = new ArrayList<>();
        for (int i : kept) {
            names.add(all.get(i));
        }
        return new Standings(names, only(kept, scores), only(kept, cooperations), new LinkedHashMap<>(forfeits));
    }

    private static double[][] only(int[] kept, double[][] table) {
        return IntStream.of(kept)
                .mapToObj(i -> IntStream.of(kept).mapToDouble(j -> table[i][j]).toArray())
                .toArray(double[][]::new);
    }

    /** The names of those who finished, in the order they entered. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** What the row's entrant scored in a match with the column's, [row][column], copies of itself on the diagonal. */
    public double[][] scores() {
        return IntStream.range(0, scores.length)
                .mapToObj(i -> scores[i].clone())
                .toArray(double[][]::new);
    }

    /** How often the row's entrant cooperated in a match with the column's, [row][column]. */
    public double[][] cooperations() {
        return IntStream.range(0, scores.length)
                .mapToObj(i -> cooperations[i].clone())
                .toArray(double[][]::new);
    }

    /**
     * An entrant's score over all others, its match with itself not counted.
     *
     * @throws IllegalArgumentException if unknown
     */
    public double total(String name) {
        return total(index(name));
    }

    private double total(int i) {
        return IntStream.range(0, scores.length)
                .filter(j -> j != i)
                .mapToDouble(j -> scores[i][j])
                .sum();
    }

    /** How many others an entrant outscored in their own match. Tit-for-tat outscores nobody. */
    public int wins(String name) {
        int i = index(name);
        return (int) IntStream.range(0, scores.length)
                .filter(j -> j != i && scores[i][j] > scores[j][i])
                .count();
    }

    /** All names, the highest total first; of equals the one that entered first. */
    public List<String> ranking() {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -total(i)))
                .map(names::get)
                .toList();
    }

    /**
     * The place of an entrant, 1 for the first.
     *
     * @throws IllegalArgumentException if it did not finish
     */
    public int place(String name) {
        index(name);
        return ranking().indexOf(name) + 1;
    }

    /** Who is out, and why. */
    public Map<String, String> forfeits() {
        return new LinkedHashMap<>(forfeits);
    }

    private int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("'" + name + "' "
                    + (forfeits.containsKey(name)
                            ? "forfeited: " + forfeits.get(name)
                            : "did not enter; these did: " + names)
                    + ".");
        }
        return index;
    }

    /** The ranking with totals, and who is out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int place = 1;
        for (String name : ranking()) {
            text.append(String.format(Locale.ROOT, "%2d  %-24s %9.1f%n", place++, name, total(name)));
        }
        forfeits.forEach((name, why) -> text.append(" -  ")
                .append(name)
                .append(" forfeits: it ")
                .append(why)
                .append('\n'));
        return text.toString().replace("\r\n", "\n").stripTrailing();
    }
}
