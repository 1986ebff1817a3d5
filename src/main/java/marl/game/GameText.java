package marl.game;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Games and numbers as plain text. */
final class GameText {
    private static final int LONGEST_LIST = 64;

    private GameText() {}

    static String of(MatrixGame game) {
        return game.players() == 2 ? table(game) : list(game);
    }

    /** At most four decimals, no trailing zeros, no minus zero. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String vector(double[] values) {
        return Arrays.stream(values).mapToObj(GameText::number).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String table(MatrixGame game) {
        // A single cell left over by elimination says nothing about the setting.
        boolean team = game.setting() == Setting.COOPERATIVE && game.jointActions() > 1;
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(game.actionNames(1));
        rows.add(head);
        for (int r = 0; r < game.actions(0); r++) {
            List<String> row = new ArrayList<>(List.of(game.actionNames(0).get(r)));
            for (int c = 0; c < game.actions(1); c++) {
                String first = number(game.payoff(0, r, c));
                row.add(team ? first : first + ", " + number(game.payoff(1, r, c)));
            }
            rows.add(row);
        }
        String cells = team ? "what both are paid" : "row player's payoff, column player's payoff";
        return game.name() + " (" + cells + ")\n" + align(rows);
    }

    private static String list(MatrixGame game) {
        StringBuilder text = new StringBuilder(game.name() + " (" + game.players() + " players)\n");
        int shown = Math.min(LONGEST_LIST, game.jointActions());
        List<List<String>> rows = new ArrayList<>();
        for (int cell = 0; cell < shown; cell++) {
            int[] joint = game.joint(cell);
            List<String> row = new ArrayList<>(ActionProfile.of(game, joint).names());
            row.add("->");
            for (double paid : game.payoffs(joint)) {
                row.add(number(paid));
            }
            rows.add(row);
        }
        text.append(align(rows));
        int hidden = game.jointActions() - shown;
        return hidden == 0 ? text.toString() : text + "\n... and " + hidden + " more joint actions";
    }

    private static String align(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String pad = " ".repeat(widths[c] - row.get(c).length());
                line.append(c == 0 ? row.get(c) + pad : "  " + pad + row.get(c));
            }
            text.append(text.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
        }
        return text.toString();
    }

    /** Names for so many actions: a, b, c, ... */
    static String[] letters(int count) {
        if (count > 26) {
            throw new IllegalArgumentException(
                    "The alphabet has names for 26 actions, not for " + count + "; name them.");
        }
        String[] names = new String[count];
        for (int a = 0; a < count; a++) {
            names[a] = Character.toString('a' + a);
        }
        return names;
    }
}
