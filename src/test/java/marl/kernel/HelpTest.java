package marl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTest {

    private JShell shell;
    private Help help;

    @BeforeEach
    void open() {
        shell = JShell.builder().executionEngine("local").build();
        shell.addToClasspath(Path.of("target", "classes").toString());
        shell.eval("import marl.game.*;");
        shell.eval("import marl.agent.*;");
        shell.eval("MatrixGame d = null;");
        help = new Help(shell, new SourceDocs(Optional.of(Path.of("src", "main", "java"))));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d.expectedPayoff(          | mixed: one probability per action
            d.expectedPayoff           | mixed: one probability per action
            NashConv.of(d,             | one strategy per player in order
            Games.climbing(            | Climbing game of Claus and Boutilier
            QLearner                   | Tabular Q-learning
            new Match(d, 10,           | Match.Match
            """)
    void showsWhatTheSourcesSay(String code, String words) {
        String shown = help.at(code, code.length()).orElse("nothing");
        assertTrue(shown.contains(words) || words.equals("Match.Match") && shown.contains("Match("), shown);
    }

    @Test
    void knowsNothingOfNothing() {
        assertEquals(Optional.empty(), help.at("1 + ", 4));
    }

    @Test
    void withoutSourcesThereIsTheSignature() {
        Help bare = new Help(shell, new SourceDocs(Optional.empty()));
        assertTrue(bare.at("Games.climbing(", 15).orElseThrow().contains("MatrixGame Games.climbing()"));
    }

    @Test
    void javadocBecomesPlainText() {
        String comment =
                " What {@code x} is, see {@link Games#climbing}.\n\n <p>More.\n\n @param x a number,\n     any\n @return it";
        assertEquals("What x is, see Games.climbing.\nMore.\n  x: a number, any\n  returns it", DocText.plain(comment));
    }
}
