package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TournamentTest {
    private static final MatrixGame DILEMMA = Games.prisonersDilemma();

    private static JsonNode recorded() {
        try (InputStream in = TournamentTest.class.getResourceAsStream("/game/round-robin.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[][] table(JsonNode rows) {
        double[][] table = new double[rows.size()][];
        for (int i = 0; i < table.length; i++) {
            table[i] = MemoryOneValueTest.numbers(rows.get(i));
        }
        return table;
    }

    @Test
    void eightStrategiesScoreExactlyWhatTheLibraryOfTheseNamesScores() {
        JsonNode data = recorded();
        Standings standings =
                Tournament.of(DILEMMA, Entrant.classics()).turns(200).run();
        assertArrayEquals(table(data.get("score_matrix")), standings.scores());
        assertArrayEquals(table(data.get("cooperation_counts")), standings.cooperations());
        for (int i = 0; i < 8; i++) {
            String name = data.get("strategies").get(i).asText();
            assertEquals(name, standings.names().get(i));
            assertEquals(data.get("tournament_scores").get(i).asDouble(), standings.total(name), name);
            assertEquals(data.get("wins").get(i).asInt(), standings.wins(name), name);
            assertEquals(data.get("ranked").get(i).asText(), standings.ranking().get(i));
        }
    }

    @Test
    void theyMakeExactlyTheirMoves() {
        JsonNode moves = recorded().get("first_24_moves");
        Match match = new Match(DILEMMA, 24, 0);
        int compared = 0;
        for (Entrant a : Entrant.classics()) {
            for (Entrant b : Entrant.classics()) {
                JsonNode lines = moves.get(a.name() + " vs " + b.name());
                if (lines == null) {
                    continue;
                }
                assertEquals(
                        lines.get(0).asText() + "\n" + lines.get(1).asText(),
                        match.play(a.strategy(), b.strategy(), 1).toString(),
                        a.name() + " vs " + b.name());
                compared++;
            }
        }
        assertEquals(36, compared);
    }

    @Test
    void fourStrategiesRankAsInTheLibrarysManual() {
        List<Entrant> four = List.of(Entrant.cooperator(), Entrant.defector(), Entrant.titForTat(), Entrant.grudger());
        Standings ten = Tournament.of(DILEMMA, four).turns(10).run();
        assertEquals(List.of("Defector", "Tit For Tat", "Grudger", "Cooperator"), ten.ranking());
        assertEquals(78, ten.total("Defector"));
        assertEquals(60, ten.total("Cooperator"));
        assertEquals(69, ten.total("Grudger"));
        Standings longer = Tournament.of(DILEMMA, four).turns(200).run();
        assertEquals(1408, longer.total("Defector"));
        assertEquals(1399, longer.total("Tit For Tat"));
        assertEquals(1200, longer.total("Cooperator"));
    }

    /** With noise the mean over matches of a memory-one pair is the exact value of its noisy chain; four standard errors. */
    @Test
    void noiseFlipsMovesAtItsRate() {
        int turns = 200;
        Entrant forgiving = new Entrant("generous", Strategy.of(MemoryOne.generous(0.3)));
        Tournament tournament = Tournament.of(DILEMMA, List.of(Entrant.titForTat(), forgiving))
                .turns(turns)
                .noise(0.05)
                .repetitions(400);
        double exact = expected(
                MemoryOne.titForTat().noisy(0.05), MemoryOne.generous(0.3).noisy(0.05), turns);
        double mean = tournament.seed(3).run().scores()[0][1] / turns;
        assertEquals(exact, mean, 0.02); // the standard error is 0.005
        assertNotEquals(mean, tournament.seed(4).run().scores()[0][1] / turns);
        assertEquals(mean, tournament.seed(3).run().scores()[0][1] / turns, "the same seed, the same bits");
    }

    /** The mean payoff of a turn, by pushing the distribution over outcomes forward turn by turn. */
    private static double expected(MemoryOne first, MemoryOne second, int turns) {
        double[] p = first.probabilities();
        double[] q = second.probabilities();
        double[] now = {p[0] * q[0], p[0] * (1 - q[0]), (1 - p[0]) * q[0], (1 - p[0]) * (1 - q[0])};
        double sum = 0;
        for (int t = 0; t < turns; t++) {
            double[] next = new double[4];
            for (int s = 0; s < 4; s++) {
                sum += now[s] * DILEMMA.payoff(0, s / 2, s % 2);
                double mine = p[1 + s];
                double theirs = q[1 + 2 * (s % 2) + s / 2];
                next[0] += now[s] * mine * theirs;
                next[1] += now[s] * mine * (1 - theirs);
                next[2] += now[s] * (1 - mine) * theirs;
                next[3] += now[s] * (1 - mine) * (1 - theirs);
            }
            now = next;
        }
        return sum / turns;
    }

    @Test
    void whoThrowsOrMovesIllegallyIsOutAndChangesNothingForTheOthers() {
        List<Entrant> entrants = new ArrayList<>(Entrant.classics());
        entrants.add(2, new Entrant("breaks", (seen, rng) -> seen.other(seen.rounds())));
        entrants.add(5, new Entrant("cheats", (seen, rng) -> seen.rounds() < 3 ? 0 : 2));
        Standings standings = Tournament.of(DILEMMA, entrants).run();
        assertArrayEquals(Tournament.of(DILEMMA, Entrant.classics()).run().scores(), standings.scores());
        assertTrue(standings.forfeits().get("cheats").contains("moved 2 in turn 4"));
        assertTrue(standings.forfeits().get("breaks").contains("is not over"));
        assertTrue(standings.toString().contains("cheats forfeits"));
        String message = assertThrows(IllegalArgumentException.class, () -> standings.place("cheats"))
                .getMessage();
        assertTrue(message.contains("forfeited"), message);
    }

    @Test
    void whoNeverAnswersIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        Entrant sleeper = new Entrant("sleeper", (seen, rng) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        });
        Standings standings = Tournament.of(DILEMMA, List.of(Entrant.titForTat(), sleeper, Entrant.defector()))
                .limit(Duration.ofSeconds(2))
                .run();
        assertEquals(List.of("Defector", "Tit For Tat"), standings.ranking());
        assertTrue(standings.forfeits().get("sleeper").contains("did not answer within 2.0 seconds"));
    }

    /** One sleeps through interrupts, one only in its third match, and one breaks an assertion of its own. */
    @Test
    void severalWhoHangAreGivenUpOneByOne() {
        CountDownLatch never = new CountDownLatch(1);
        Entrant deaf = new Entrant("deaf", (seen, rng) -> {
            while (never.getCount() > 0) {
                Thread.onSpinWait();
            }
            return 0;
        });
        Entrant tired = new Entrant("tired", (seen, rng) -> {
            if (seen.otherDefections() > 5) {
                while (never.getCount() > 0) {
                    Thread.onSpinWait();
                }
            }
            return 0;
        });
        List<Entrant> entrants = new ArrayList<>(Entrant.classics());
        entrants.add(0, deaf);
        entrants.add(4, tired);
        Standings standings =
                Tournament.of(DILEMMA, entrants).limit(Duration.ofSeconds(3)).run();
        never.countDown();
        assertEquals(List.of("deaf", "tired"), List.copyOf(standings.forfeits().keySet()));
        assertArrayEquals(Tournament.of(DILEMMA, Entrant.classics()).run().scores(), standings.scores());
    }

    @Test
    void anInterruptEndsItAndAnErrorIsNotSwallowed() {
        Tournament tournament = Tournament.of(DILEMMA, Entrant.classics());
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, tournament::run);
        assertFalse(Thread.interrupted(), "the flag must be down for the next cell");
        Entrant broken = new Entrant("broken", (seen, rng) -> {
            throw new AssertionError("not my fault");
        });
        Throwable failure = assertThrows(
                IllegalStateException.class,
                () -> Tournament.of(DILEMMA, List.of(broken)).run());
        assertEquals("not my fault", failure.getCause().getMessage());
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Tournament.of(Games.climbing(), Entrant.classics()));
        assertThrows(IllegalArgumentException.class, () -> Tournament.of(DILEMMA, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Tournament.of(DILEMMA, List.of(Entrant.titForTat(), Entrant.titForTat())));
        Tournament fine = Tournament.of(DILEMMA, Entrant.classics());
        assertThrows(IllegalArgumentException.class, () -> fine.turns(0));
        assertThrows(IllegalArgumentException.class, () -> fine.noise(2));
        assertThrows(IllegalArgumentException.class, () -> fine.repetitions(0));
        assertThrows(IllegalArgumentException.class, () -> fine.limit(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Entrant(" ", (seen, rng) -> 0));
    }
}
