package marl.course.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marl.project.Shell;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offline bundle, unpacked elsewhere under a home without caches, runs lesson 01 with the network off. */
@Tag("end-to-end")
class OfflineBundleTest {

    private static final String WITHOUT_NETWORK = "ip link set lo up && ! timeout 5 bash -c '</dev/tcp/1.1.1.1/443'"
            + " 2>/dev/null && MARL_SCALE=0.1 ./course run 01";

    @Test
    void lessonOneRunsWithTheNetworkOff(@TempDir Path folder) throws Exception {
        boolean canUnshare = Shell.quiet(
                        folder, Map.of(), 10, List.of("unshare", "-rn", "ip", "link", "set", "lo", "up"))
                .ok();
        Assumptions.assumeTrue(
                canUnshare || System.getenv("CI") != null,
                "skipped: this machine cannot take the network away (unshare, ip)");
        Path course = Bundles.unpacked("--offline", Files.createDirectory(folder.resolve("ein Ordner für 30")));
        assertTrue(Files.isDirectory(course.resolve("maven-repository")));
        assertFalse(Files.exists(course.resolve("lessons")));
        assertFalse(Files.exists(course.resolve("solutions")));
        assertFalse(Files.exists(course.resolve("src/test")));
        Path home = Files.createDirectory(folder.resolve("home"));
        Map<String, String> environment = Map.of(
                "HOME",
                home.toString(),
                "MAVEN_OPTS",
                "-Duser.home=" + home,
                "JAVA_HOME",
                System.getProperty("java.home"));
        Shell.Result run =
                Shell.quiet(course, environment, 600, List.of("unshare", "-rn", "bash", "-c", WITHOUT_NETWORK));
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("1 notebooks ran from top to bottom."), run.output());
    }
}
