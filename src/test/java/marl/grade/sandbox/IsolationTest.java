package marl.grade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import marl.project.UserError;
import org.junit.jupiter.api.Test;

class IsolationTest {

    private static final Path STAGE = Path.of("/tmp/stage");
    private static final List<String> JAVA = List.of("/usr/lib/jvm/bin/java", "-Xmx1m", "Main");

    private static String line(Isolation isolation) {
        return String.join(" ", isolation.command(STAGE, JAVA, Limits.standard()));
    }

    @Test
    void bubblewrapSharesNothingAndSetsTheLimitsInside() {
        String line = line(new Bubblewrap());
        for (String word : List.of(
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--cap-drop ALL",
                "--clearenv",
                "--remount-ro /",
                "--ro-bind /tmp/stage /tmp/stage",
                "-- prlimit --nproc=96",
                "--as=3145728000",
                "--cpu=60",
                "--core=0 -- /usr/lib/jvm/bin/java -Xmx1m Main")) {
            assertTrue(line.contains(word), word + " in " + line);
        }
        assertFalse(line.contains("--share-net"));
        assertFalse(line.contains(" --bind "), "nothing is writable: " + line);
    }

    @Test
    void dockerHasNoNetworkAndReadsOnly() {
        String line = line(new Docker("some/jdk:17"));
        for (String word : List.of(
                "docker run --rm",
                "--network none",
                "--read-only",
                "--cap-drop ALL",
                "--security-opt no-new-privileges",
                "--user 65534:65534",
                "--pids-limit 96",
                "--volume /tmp/stage:/tmp/stage:ro",
                "some/jdk:17 prlimit --fsize",
                "-- java -Xmx1m Main")) {
            assertTrue(line.contains(word), word + " in " + line);
        }
    }

    @Test
    void nothingOfAStudentsRunsAsRoot() {
        for (Isolation isolation : List.of(new Bubblewrap(), new PlainProcess())) {
            assertEquals(
                    Isolation.isRoot(),
                    line(isolation).startsWith("setpriv --reuid=65534 --regid=65534 --clear-groups"));
        }
    }

    @Test
    void withoutASandboxOnlyAnExplicitWordGoesOn() {
        Optional<String> none = Optional.of("no/such/image:0");
        if (Isolations.problem(new Docker(none.get())).isPresent()) {
            UserError refused = assertThrows(UserError.class, () -> Isolations.choose(none, false));
            assertTrue(refused.getMessage().contains("--unsafe-own-code"), refused.getMessage());
            assertFalse(refused.getMessage().contains("\n"));
            assertEquals(new PlainProcess(), Isolations.choose(none, true));
        }
    }
}
