package marl.game;

import java.util.List;
import marl.random.Require;

/**
 * A strategy with the name it enters a {@link Tournament} under. The eight of {@link #classics} play exactly the moves of the
 * Axelrod library's strategies of these names.
 *
 * @param name unlike those of the other entrants
 * @param strategy how it plays
 */
public record Entrant(String name, Strategy strategy) {

    /** Checks the name. */
    public Entrant {
        Require.text(name, "entrant");
    }

    /** Always cooperates. */
    public static Entrant cooperator() {
        return new Entrant("Cooperator", (seen, rng) -> 0);
    }

    /** Always defects. */
    public static Entrant defector() {
        return new Entrant("Defector", (seen, rng) -> 1);
    }

    /** Cooperates first, then does what the other did last (Rapoport, in Axelrod 1980). */
    public static Entrant titForTat() {
        return new Entrant("Tit For Tat", (seen, rng) -> seen.lastOther());
    }

    /** Cooperates until the other defects, then defects for ever; also called grim or Friedman. */
    public static Entrant grudger() {
        return new Entrant("Grudger", (seen, rng) -> seen.otherDefections() > 0 ? 1 : 0);
    }

    /** Cooperates first, then changes its move every time. */
    public static Entrant alternator() {
        return new Entrant("Alternator", (seen, rng) -> seen.rounds() == 0 ? 0 : 1 - seen.lastOwn());
    }

    /** Repeats its move if the other cooperated, changes it if the other defected (Nowak and Sigmund 1993). */
    public static Entrant winStayLoseShift() {
        return new Entrant(
                "Win-Stay Lose-Shift", (seen, rng) -> seen.lastOther() == 0 ? seen.lastOwn() : 1 - seen.lastOwn());
    }

    /** Defects only after two defections in a row. */
    public static Entrant titForTwoTats() {
        return new Entrant("Tit For 2 Tats", (seen, rng) -> {
            int t = seen.rounds();
            return t >= 2 && seen.other(t - 1) == 1 && seen.other(t - 2) == 1 ? 1 : 0;
        });
    }

    /** Tit-for-tat that starts by defecting. */
    public static Entrant suspiciousTitForTat() {
        return new Entrant("Suspicious Tit For Tat", (seen, rng) -> seen.rounds() == 0 ? 1 : seen.lastOther());
    }

    /** The eight above, in this order. */
    public static List<Entrant> classics() {
        return List.of(
                cooperator(),
                defector(),
                titForTat(),
                grudger(),
                alternator(),
                winStayLoseShift(),
                titForTwoTats(),
                suspiciousTitForTat());
    }
}
