package marl.course.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A notebook in JupyterLab, as the browser test sees it. */
final class LabPage {

    private static final String TABS = "return Array.from(document.querySelectorAll('.lm-DockPanel .lm-TabBar-tab'))";

    private final ChromeDriver browser;

    LabPage(ChromeDriver browser) {
        this.browser = browser;
    }

    /** Settings of the test's own: every cell stays on the page, and nobody's workspace is touched. */
    static Map<String, String> environment(Path folder) throws IOException {
        Path settings = folder.resolve("lab-settings");
        Path notebook = settings.resolve("@jupyterlab/notebook-extension/tracker.jupyterlab-settings");
        Files.createDirectories(notebook.getParent());
        Files.writeString(notebook, "{\"windowingMode\": \"none\"}");
        return Map.of(
                "JUPYTERLAB_SETTINGS_DIR", settings.toString(),
                "JUPYTERLAB_WORKSPACES_DIR", folder.resolve("lab-workspaces").toString());
    }

    /** Waits until the kernel has come and the notebook that was only opened does not count as changed. */
    void awaitUnchanged() {
        waiting(60)
                .withMessage("no kernel has come")
                .until(b -> browser.executeScript("return !!document.querySelector("
                                + "'.jp-Notebook-ExecutionIndicator[data-status=\"idle\"]')")
                        .equals(true));
        sleep(3); // a kernel's words about itself come a little later
        waiting(20)
                .withMessage("the notebook counts as changed although it was only opened")
                .until(b -> browser.executeScript(TABS + ".every(tab => !tab.classList.contains('jp-mod-dirty'))")
                        .equals(true));
    }

    void runAll() {
        menu("Run");
        menu("Run All Cells");
    }

    /** A link to the glossary shows it as a page. */
    void readGlossary() {
        WebElement link = browser.findElement(By.xpath("//*[contains(@class,'jp-Notebook')]//a[.='glossary']"));
        browser.executeScript("arguments[0].click()", link);
        waiting(30)
                .withMessage("the glossary opens as raw Markdown")
                .until(b -> b.findElements(By.cssSelector(".jp-MarkdownViewer h1")).stream()
                        .anyMatch(title -> title.getText().startsWith("Glossary")));
    }

    private void menu(String words) {
        String path = "//*[contains(@class,'lm-MenuBar-itemLabel') or contains(@class,'lm-Menu-itemLabel')]"
                + "[normalize-space(.)='" + words + "']";
        waiting(30)
                .until(b -> b.findElements(By.xpath(path)).stream().findFirst().orElse(null))
                .click();
    }

    private WebDriverWait waiting(int seconds) {
        return new WebDriverWait(browser, Duration.ofSeconds(seconds));
    }

    private static void sleep(int seconds) {
        try {
            Thread.sleep(1000L * seconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
