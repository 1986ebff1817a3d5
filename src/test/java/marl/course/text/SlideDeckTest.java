package marl.course.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlideDeckTest {

    private static List<String> types(Cell... cells) {
        SlideDeck deck = new SlideDeck();
        return List.of(cells).stream().map(deck::next).toList();
    }

    private static Cell prose(String text) {
        return new Cell(Cell.Kind.PROSE, 1, text, "", 0, false);
    }

    private static Cell code() {
        return new Cell(Cell.Kind.CODE, 1, "1 + 1", "", 0, false);
    }

    @Test
    void aSectionIsASlideAndItsPicturesComeAfterTheQuestion() {
        assertEquals(
                List.of("slide", "fragment", "subslide", "fragment", "slide"),
                types(prose("# Games"), code(), prose("Guess."), code(), prose("## Next")));
    }

    @Test
    void exercisesAndWhatComesAfterAreNoSlides() {
        assertEquals(
                List.of("slide", "skip", "skip", "skip", "skip", "skip", "skip"),
                types(
                        prose("## Last"),
                        prose("## Exercise 01-1 · Twice (2 points, 5 minutes)"),
                        new Cell(Cell.Kind.ANSWER, 1, "int x() {}", "01-1", 0, false),
                        new Cell(Cell.Kind.CHECK, 1, "Check.that(1)", "01-1", 2, false),
                        prose("Now run it."),
                        code(),
                        prose("## Check yourself")));
    }

    @Test
    void teachingNotesAreTheSpeakers() {
        assertEquals(List.of("notes"), types(new Cell(Cell.Kind.PROSE, 1, "**Teaching note**", "", 0, true)));
    }
}
