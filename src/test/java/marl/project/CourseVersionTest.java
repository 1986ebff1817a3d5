package marl.project;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CourseVersionTest {

    @Test
    void theVersionIsThePomsAndTheCitationAgrees() throws IOException {
        String version = CourseVersion.text();
        String pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<artifactId>marl-course</artifactId>\n  <version>" + version + "</version>"), version);
        assertTrue(Files.readAllLines(Path.of("CITATION.cff")).contains("version: " + version), version);
    }
}
