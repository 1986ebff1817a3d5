package marl.course;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PrintStyleTest {

    @Test
    void nbconvertsTemplateCarriesTheSame() throws Exception {
        String style = PrintStyle.html();
        assertTrue(style.contains("@media print") && style.contains("beforeprint"), style);
        String template = Files.readString(Path.of("docs/nbconvert/paper/index.html.j2"));
        assertTrue(template.contains(style), "copy src/main/resources/marl/course/print.html into the template");
    }
}
