package marl.grade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marl.grade.intake.AnswerReader;
import marl.grade.intake.ReadSubmission;
import marl.grade.intake.ReleasedNotebooks;
import marl.grade.intake.Submission;
import marl.grade.intake.SubmittedNotebook;
import marl.grade.judge.CourseKey;
import marl.grade.judge.SubmissionGrader;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;
import marl.grade.report.FeedbackPage;
import marl.grade.report.ResultJson;
import marl.grade.sandbox.Bubblewrap;
import marl.grade.sandbox.Isolations;
import marl.grade.sandbox.Limits;
import marl.grade.sandbox.WorkerFactory;
import marl.project.Project;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Submissions that attack the grader, graded for real in the sandbox, two at a time, with a submission to be spied on. */
@Tag("sandbox")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSuiteTest {

    /** Stands in what a student must never see: another submission, a result, the key. */
    private static final String MARKER = "marker-5d1f0c";

    private static final CourseKey KEY = CourseKey.fixed(20_261);

    /** Shorter than in real grading, and long enough for honest answers on a machine that is three times as slow today. */
    private static final Limits LIMITS =
            Limits.standard().within(Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(10));

    private static final double LONGEST = 90;

    private record Case(Hostile hostile, GradedSubmission result, double seconds) {}

    private final Map<String, Case> cases = new TreeMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private List<Long> before = List.of();
    private GradedSubmission afterwards;
    private String stage = "";
    private Path places;

    @BeforeAll
    void gradeThemAll(@TempDir Path folder) throws Exception {
        boolean shutIn = Isolations.problem(new Bubblewrap()).isEmpty();
        assertTrue(
                shutIn || System.getenv("CI") == null,
                () -> Isolations.problem(new Bubblewrap()).orElse(""));
        assumeTrue(shutIn, "no sandbox on this machine");
        places = folder;
        before = ProcessHandle.allProcesses().map(ProcessHandle::pid).toList();
        for (String place : List.of("submissions", "out", "home/.config/marl-course")) {
            Files.createDirectories(folder.resolve(place));
        }
        Files.writeString(folder.resolve("submissions/bob.ipynb"), MARKER);
        Files.writeString(folder.resolve("out/bob.json"), MARKER);
        Files.writeString(folder.resolve("home/.config/marl-course/grading.key"), MARKER);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"));
                WorkerFactory workers = new WorkerFactory(new Bubblewrap(), LIMITS)) {
            new Thread(() -> accept(server)).start();
            stage = workers.folder().toString();
            SubmissionGrader grader = new SubmissionGrader(
                    ReleasedNotebooks.in(new Project(Path.of("").toAbsolutePath())), KEY, workers);
            Map<String, String> words = new HashMap<>();
            words.put("MARKER", MARKER);
            words.put("SUBMISSIONS", folder.resolve("submissions").toString());
            words.put("OUT", folder.resolve("out").toString());
            words.put("HOME", folder.resolve("home").toString());
            words.put("PROJECT", Path.of("").toAbsolutePath().toString());
            words.put("STAGE", stage);
            words.put("HOST", InetAddress.getLocalHost().getHostAddress());
            words.put("PORT", Integer.toString(server.getLocalPort()));
            List<Future<Case>> running = new ArrayList<>();
            for (Hostile hostile : Hostile.all()) {
                running.add(two.submit(() -> grade(grader, hostile, hostile.notebook(words))));
            }
            for (Future<Case> done : running) {
                cases.put(done.get().hostile().name(), done.get());
            }
            String solved = Files.readString(Path.of("solutions/01-games.ipynb"));
            afterwards = grade(grader, new Hostile("honest", "01-4", "pass", 13, ""), solved)
                    .result();
        } finally {
            two.shutdownNow();
        }
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                server.accept().close();
                connections.incrementAndGet();
            }
        } catch (IOException over) {
            // The suite is over.
        }
    }

    private Case grade(SubmissionGrader grader, Hostile hostile, String notebook) throws IOException {
        Path file = places.resolve("submissions").resolve(hostile.name() + ".ipynb");
        Files.writeString(file, notebook);
        Submission submission = new Submission(hostile.name(), file, hostile.name() + ".ipynb");
        long begun = System.nanoTime();
        SubmittedNotebook submitted = AnswerReader.read(submission, grader.released()::exercises);
        GradedSubmission result = grader.grade(new ReadSubmission(submission, submitted));
        return new Case(hostile, result, (System.nanoTime() - begun) / 1e9);
    }

    @TestFactory
    Stream<DynamicTest> eachGetsWhatItDeserves() {
        return cases.values().stream()
                .map(one -> DynamicTest.dynamicTest(one.hostile().name(), () -> judge(one)));
    }

    private static void judge(Case one) {
        GradedSubmission result = one.result();
        String page = FeedbackPage.html(result);
        String json = ResultJson.write(result);
        assertTrue(result.points() <= one.hostile().points(), "unearned points\n" + json);
        assertFalse(result.has(MarkStatus.ERROR), "the grader blames itself\n" + json);
        assertTrue(
                one.hostile().expected().equals("any")
                        || result.has(MarkStatus.of(one.hostile().expected())),
                json);
        assertTrue(one.seconds() < LONGEST, one.seconds() + " s");
        for (String secret : List.of(MARKER, "marl.check", "found ", "reached ", "onerror=alert(1)>")) {
            assertFalse(page.contains(secret), secret + " in the page\n" + json);
        }
        assertFalse(page.contains("<script"), "markup gets through");
    }

    @Test
    void namesOfSecretExceptionsAreNotTold() {
        PartMark part = cases.get("right-then-throws")
                .result()
                .exercises()
                .get(3)
                .parts()
                .get(1);
        assertEquals(MarkStatus.CRASH, part.status());
        assertTrue(part.hidden());
        assertEquals("Your code stopped with an exception in hidden cases.", part.message());
    }

    @Test
    void thereAreManyOfThem() {
        assertTrue(cases.size() >= 70, cases.size() + " hostile submissions");
    }

    @Test
    void secretCasesAreNotTold() {
        // The secret numbers of 01-4, drawn as its check draws them; some are also fixed or visible ones.
        List<String> known = Stream.concat(wins(1).stream(), Stream.of("1.0", "2.0", "1", "2"))
                .toList();
        for (String name : List.of("tells-what-it-saw", "tells-what-it-saw-later", "tells-by-number")) {
            String told = cases.get(name).result().exercises().get(3).parts().stream()
                    .map(part -> part.message() + " " + part.counterExample() + " ")
                    .collect(Collectors.joining());
            assertTrue(told.contains("LEAK") || told.contains("Got:"), "nothing was told that could leak: " + told);
            for (String win : wins(KEY.seed("01-4", name))) {
                boolean secret = !known.contains(win);
                assertFalse(
                        secret && told.matches("(?s).*[\\[ ]" + Pattern.quote(win) + "[\\],].*"), win + " in " + told);
            }
        }
    }

    private static List<String> wins(long seed) {
        var random = new marl.exercise.Cases(seed, 60).random(5);
        return random.doubles(60)
                .mapToObj(u -> Double.toString(Math.round((0.1 + 8.9 * u) * 10) / 10.0))
                .toList();
    }

    @Test
    void nobodyReachedTheNetwork() {
        assertEquals(0, connections.get());
    }

    @Test
    void theNextSubmissionIsUnaffected() {
        assertEquals(afterwards.max(), afterwards.points(), ResultJson.write(afterwards));
    }

    @Test
    void noFileIsLeftOrChanged() throws IOException {
        assertEquals(MARKER, Files.readString(places.resolve("submissions/bob.ipynb")));
        assertFalse(Files.exists(Path.of(stage)), "the workers' folder is gone");
        for (Path place : List.of(places, Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"), Path.of("/"))) {
            try (Stream<Path> files = Files.walk(place, place.equals(places) ? 5 : 1)) {
                assertEquals(
                        List.of(),
                        files.filter(f -> f.getFileName() != null
                                        && f.getFileName().toString().contains(MARKER))
                                .toList());
            }
        }
    }

    @AfterAll
    void noProcessIsLeft() throws InterruptedException {
        for (int wait = 0; wait < 300 && !left().isEmpty(); wait++) {
            Thread.sleep(100);
        }
        assertEquals(List.of(), left());
    }

    private List<String> left() {
        return ProcessHandle.allProcesses()
                .filter(p -> !before.contains(p.pid()))
                .map(p -> p.info().commandLine().orElse(""))
                .filter(line -> line.contains("marl.worker") || line.contains("bwrap") || line.contains("sleep 60"))
                .toList();
    }
}
