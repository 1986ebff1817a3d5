package marl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import marl.project.NotebookJson;
import org.junit.jupiter.api.Test;

/** JupyterLab copies the kernel's words about its language into a notebook, and marks it as changed if they differ. */
class LanguageInfoTest {

    @Test
    void theKernelSaysWhatNotebooksSay() throws Exception {
        String released = Files.readString(Path.of("notebooks/00-toolbox.ipynb"));
        assertEquals(
                NotebookJson.read(released).path("metadata").path("language_info"),
                NotebookJson.MAPPER.readTree(new Gson().toJson(CourseKernel.language())));
    }
}
