package marl.course.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import marl.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabDefaultsTest {

    @Test
    void markdownOpensAsAPageAndTheFileMendsItself(@TempDir Path root) throws Exception {
        LabDefaults defaults = new LabDefaults(new Project(root));
        defaults.write();
        Files.writeString(defaults.file(), "{}");
        defaults.write();
        assertEquals(
                "Markdown Preview",
                new ObjectMapper()
                        .readTree(defaults.file().toFile())
                        .path("@jupyterlab/docmanager-extension:plugin")
                        .path("defaultViewers")
                        .path("markdown")
                        .asText());
    }

    @Test
    void aUsersOwnConfigurationComesFirst(@TempDir Path root) {
        LabDefaults defaults = new LabDefaults(new Project(root));
        assertEquals(defaults.folder().toString(), defaults.searchPath(Optional.empty()));
        assertEquals(
                "mine" + File.pathSeparator + defaults.folder().toString(), defaults.searchPath(Optional.of("mine")));
    }
}
