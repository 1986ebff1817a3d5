package marl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Exercise;
import marl.exercise.Expect;
import marl.exercise.Part;
import marl.experiment.ProgressState;
import marl.experiment.Reproduce;
import marl.game.Games;
import marl.view.Charts;
import marl.view.Figure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a reader sees below a cell. */
class RenderersTest {

    private interface Answer {
        double get();
    }

    private final Renderer renderer = new Renderer();

    @BeforeEach
    void register() {
        Renderers.register(renderer);
    }

    private String shown(Object value, String type) {
        DisplayData data = renderer.render(value);
        return String.valueOf(data.getData(MIMEType.parse(type)));
    }

    @Test
    void arraysShowValuesAndXChartsChartsAPicture() {
        assertEquals("[1, 2]", shown(new double[] {1, 2}, "text/plain"));
        assertEquals("[[1],\n [2]]", shown(new double[][] {{1}, {2}}, "text/plain"));
        assertEquals("[[1]]", shown(new int[][] {{1}}, "text/plain"));
        assertEquals("[a]", shown(new String[] {"a"}, "text/plain"));
        assertEquals("3", shown(3, "text/plain"));
        XYChart chart = new XYChartBuilder().title("Squares").build();
        chart.addSeries("y", new double[] {1, 2}, new double[] {1, 4});
        assertTrue(shown(chart, "image/png").length() > 1_000);
        assertTrue(shown(chart, "text/plain").contains("XYChart of y"));
    }

    @Test
    void aShortTableIsShownWholeAndEscaped() {
        Table table = Table.create("a < b", StringColumn.create("who", "<i>", "y"), IntColumn.create("n", 1, 2));
        String html = shown(table, "text/html");
        assertTrue(html.contains("a &lt; b") && html.contains("&lt;i&gt;"), html);
        assertFalse(html.contains("<i>"), html);
        assertTrue(html.contains("text-align:right\">2</td>"), html);
        assertTrue(shown(table, "text/plain").endsWith("(2 rows, 2 columns)"));
    }

    @Test
    void aLongTableIsShortenedWithItsSize() {
        Table table = Table.create(
                "long", IntColumn.create("n", IntStream.range(0, 500).toArray()));
        String html = shown(table, "text/html");
        assertEquals(8 + 3 + 1 + 1, html.split("<tr>", -1).length - 1, "head, tail, a row of dots and the header");
        assertTrue(html.contains("500 rows, 1 columns"));
        assertTrue(html.contains(">0<") && html.contains(">499<") && !html.contains(">250<"));
    }

    @Test
    void aTableTooWideForAPrintedPageGetsColumnsThatBreak() {
        Table narrow = Table.create("a_b", StringColumn.create("who", "x"), IntColumn.create("n", 1));
        String latex = shown(narrow, "text/latex");
        assertTrue(latex.contains("\\normalsize") && latex.contains("{@{}lr@{}}") && latex.contains("a\\_b"), latex);
        String words = "many words ".repeat(9);
        Table wide = Table.create("", StringColumn.create("who", words), StringColumn.create("what", words));
        latex = shown(wide, "text/latex");
        assertEquals(2, latex.split("p\\{0\\.4\\d\\\\linewidth", -1).length - 1, latex);
    }

    @Test
    void aTableOfReproduceRowsNeverHidesOne() {
        Reproduce.Line[] lines = new Reproduce.Line[30];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Reproduce.exact("theory", "row " + i, 1, i == 17 ? 2 : 1, 0.1);
        }
        assertTrue(shown(Reproduce.table(lines), "text/plain").contains("OUT OF TOLERANCE"));
    }

    @Test
    void aPictureIsShownAtHalfItsPixelsWithItsTextTwin() {
        Figure figure = Charts.payoffs(Games.stagHunt()).title("Hunt").alt("Two equilibria.");
        DisplayData data = renderer.render(figure);
        byte[] png = Base64.getDecoder().decode(String.valueOf(data.getData(MIMEType.parse("image/png"))));
        assertEquals((byte) 0x89, png[0]);
        String text = String.valueOf(data.getData(MIMEType.TEXT_PLAIN));
        assertTrue(text.startsWith("Two equilibria.") && text.contains("stag"), text);
        assertEquals(2 * figure.width(), figure.image().getWidth());
    }

    @Test
    void aVerdictIsANumberInTextAndWordsInHtml() {
        Exercise<Answer> exercise = Exercise.of("09-1", "x < y", 2, Answer.class);
        Checks<Answer> checks = new Checks<>(
                exercise,
                List.of(new Part<>(
                        "value",
                        2,
                        "think & try",
                        (a, c) -> Expect.given("nothing").close(1, a.get(), 0))));
        Object verdict = checks.judge(() -> 3, Cases.visible());
        assertEquals("0.0", shown(verdict, "text/plain"));
        String html = shown(verdict, "text/html");
        assertTrue(html.contains("x &lt; y: 0 of 2 points") && html.contains("think &amp; try"), html);
        String latex = shown(verdict, "text/latex");
        assertTrue(latex.contains("x \\textless{} y: 0 of 2 points") && latex.contains("think \\& try"), latex);
        assertTrue(html.contains("Got:      3"), html);
    }

    @Test
    void anArraySaysItsTypeAndShape() {
        String text = shown(Nd4j.create(new double[][] {{1, 2}, {3, 4}}), "text/plain");
        assertTrue(text.startsWith("double array of shape [2, 2]"), text);
    }

    @Test
    void progressIsABarWithWords() {
        String html = shown(new ProgressState("maze", 30, 60), "text/html");
        assertTrue(html.contains("value=\"50\"") && html.contains("maze: 30 of 60"), html);
    }

    @Test
    void outsideTheKernelThereIsNoScreenAndStartUpDoesNothing() {
        assertFalse(new KernelScreen().live());
        Startup.begin();
    }
}
