package marl.course.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marl.course.jupyter.Browser;
import marl.course.text.Cell;
import marl.course.text.Lesson;
import marl.course.text.LessonParser;
import marl.course.text.Mistakes;
import marl.project.NotebookJson;
import marl.project.Shell;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A student's whole way: unpack the zip into a folder with a space and an umlaut, start the lab, solve an exercise, open
 * lesson 01 in a real browser, run all cells, and see a picture, a full mark and an exercise that is not solved yet. In
 * JupyterLab also: a notebook that was only opened does not count as changed, and the glossary opens as a page.
 */
@Tag("end-to-end")
class BrowserTest {

    private static final Pattern ADDRESS =
            Pattern.compile("(http://(?:localhost|127\\.0\\.0\\.1):\\d+/)\\S*token=(\\w+)");

    @Test
    void lessonOneRunsInABrowser(@TempDir Path folder) throws Exception {
        boolean there = programs();
        Assumptions.assumeTrue(there || System.getenv("CI") != null, "skipped: no chromium and chromedriver here");
        Path course = Bundles.unpacked("--student", Files.createDirectory(folder.resolve("mein Kurs für MARL")));
        ProcessBuilder command = new ProcessBuilder("./course", "lab", "01", "--no-browser", "--port", "8931")
                .directory(course.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("lab.txt").toFile());
        command.environment().putAll(LabPage.environment(folder));
        Process lab = command.start();
        try {
            Matcher address = address(lab, folder.resolve("lab.txt"));
            solve(course.resolve("my/01-games.ipynb"), "01-2");
            boolean inLab = address.group().contains("/lab");
            System.out.println("The browser test runs in " + (inLab ? "JupyterLab." : "Jupyter Notebook."));
            drive(address.group(1), address.group(2), inLab);
        } finally {
            lab.descendants().forEach(ProcessHandle::destroy);
            lab.destroy();
            lab.waitFor();
        }
    }

    private static boolean programs() {
        return !Shell.onPath("chromium").isEmpty()
                && !Shell.onPath("chromedriver").isEmpty();
    }

    /** Waits until the lab has printed its address. */
    private static Matcher address(Process lab, Path output) throws Exception {
        for (int halfSeconds = 0; halfSeconds < 600 && lab.isAlive(); halfSeconds++) {
            Matcher address = ADDRESS.matcher(Files.readString(output));
            if (address.find()) {
                return address;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("the lab printed no address:\n" + Files.readString(output));
    }

    /** Writes the lesson's solution into the student's answer cell, as a student would. */
    private static void solve(Path notebook, String exercise) throws IOException {
        Path file = Path.of("lessons/01-games.md");
        Lesson lesson = LessonParser.parse("01-games.md", Files.readString(file), new Mistakes("01-games.md"));
        Cell answer = lesson.cells().stream()
                .filter(c -> c.kind() == Cell.Kind.ANSWER && c.exercise().equals(exercise))
                .findFirst()
                .orElseThrow();
        ObjectNode json = NotebookJson.read(Files.readString(notebook));
        for (JsonNode cell : json.path("cells")) {
            if (cell.path("id").asText().equals(exercise)) {
                ((ObjectNode) cell).set("source", NotebookJson.lines(answer.solvedSource()));
            }
        }
        Files.writeString(notebook, NotebookJson.write(json));
    }

    private static void drive(String server, String token, boolean lab) throws IOException {
        Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Browser.program("chromium").toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1200,1400");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Browser.program("chromedriver").toFile())
                .build();
        ChromeDriver browser = new ChromeDriver(service, options);
        try {
            browser.get(server + (lab ? "lab/tree/" : "notebooks/") + "my/01-games.ipynb?token=" + token);
            if (lab) {
                new LabPage(browser).awaitUnchanged();
            }
            runAll(browser);
            WebDriverWait patience = new WebDriverWait(browser, Duration.ofSeconds(120));
            patience.until(b -> text(browser).contains("01-4 When rock wins more: not solved yet"));
            assertTrue(text(browser).contains("01-2 Best responses: 4 of 4 points"), text(browser));
            patience.until(b -> pictures(browser) >= 4);
            patience.until(b -> b.getPageSource().contains("payoff of a lone free rider</td>"));
            showPicture(browser, patience);
            Files.write(Path.of("target/browser-test.png"), browser.getScreenshotAs(OutputType.BYTES));
            if (lab) {
                new LabPage(browser).readGlossary();
            }
        } finally {
            browser.quit();
        }
    }

    /** Scrolls to the second picture, for the screenshot. */
    private static void showPicture(ChromeDriver browser, WebDriverWait patience) {
        String picture = "const p = document.querySelectorAll('img[src^=\"data:image/png\"]')[1];";
        browser.executeScript(picture + "p.scrollIntoView({block: 'end'})");
        patience.until(b -> Boolean.TRUE.equals(browser.executeScript(picture
                + "const r = p.getBoundingClientRect(); return r.top > 0 && r.bottom < window.innerHeight + 60")));
    }

    /** Jupyter's classic page has an object to talk to; newer ones have a menu. */
    private static void runAll(ChromeDriver browser) {
        JavascriptExecutor script = browser;
        WebDriverWait patience = new WebDriverWait(browser, Duration.ofSeconds(60));
        patience.until(b -> script.executeScript("return document.querySelectorAll('.cell, .jp-Cell').length > 10"));
        Object classic = script.executeScript("return typeof Jupyter !== 'undefined' && !!Jupyter.notebook");
        if (Boolean.TRUE.equals(classic)) {
            patience.until(b -> script.executeScript(
                    "return Jupyter.notebook.kernel !== null && Jupyter.notebook.kernel.is_connected()"));
            script.executeScript("Jupyter.notebook.execute_all_cells()");
        } else {
            new LabPage(browser).runAll();
        }
    }

    private static String text(ChromeDriver browser) {
        Object text = browser.executeScript(
                "return Array.from(document.querySelectorAll('.marl-verdict')).map(e => e.innerText).join('\\n')");
        return String.valueOf(text);
    }

    private static long pictures(ChromeDriver browser) {
        return ((Number) browser.executeScript(
                        "return Array.from(document.querySelectorAll('img')).filter(i => i.src.startsWith('data:image/png')"
                                + " && i.naturalWidth > 200).length"))
                .longValue();
    }
}
