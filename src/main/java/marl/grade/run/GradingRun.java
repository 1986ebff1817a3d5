package marl.grade.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import marl.exercise.Verdict;
import marl.grade.intake.AnswerReader;
import marl.grade.intake.ReadSubmission;
import marl.grade.intake.ReleasedNotebooks;
import marl.grade.intake.Roster;
import marl.grade.intake.RosterMatch;
import marl.grade.intake.Student;
import marl.grade.intake.Submission;
import marl.grade.intake.SubmissionFinder;
import marl.grade.judge.CourseKey;
import marl.grade.judge.SubmissionGrader;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.report.ResultFiles;
import marl.grade.sandbox.Isolation;
import marl.grade.sandbox.Isolations;
import marl.grade.sandbox.Limits;
import marl.grade.sandbox.WorkerFactory;
import marl.project.Project;
import marl.project.UserError;

/**
 * Grades a folder of submissions on all cores. Each result is written when it is done, and a run that was interrupted goes
 * on where it stopped: a submission is graded again only if it, the grader, the key or the isolation is another.
 */
public final class GradingRun {

    private static final int WORTH_AN_ARCHIVE = 6;

    private final GradingRequest request;
    private final Limits limits;
    private final ReleasedNotebooks released;
    private final ResultFiles files;
    private final PrintStream out;

    private GradingRun(Project project, GradingRequest request, Limits limits, PrintStream out) {
        this.request = request;
        this.limits = limits;
        this.out = out;
        released = ReleasedNotebooks.in(project);
        files = new ResultFiles(request.out());
    }

    /**
     * Grades.
     *
     * @param project the course
     * @param request what to grade, and how
     * @param out where progress and the summary go
     * @return 0, or 1 if something could not be graded for a reason that is not the student's
     * @throws UserError if nothing can be graded; the sentence names the cure
     */
    public static int run(Project project, GradingRequest request, PrintStream out) {
        return run(project, request, Limits.standard(), out);
    }

    /** As above, with other limits than the course's on what students' code may use. */
    static int run(Project project, GradingRequest request, Limits limits, PrintStream out) {
        return new GradingRun(project, request, limits, out).run();
    }

    private int run() {
        SubmissionFinder.Found found = SubmissionFinder.find(request.folder(), released.names());
        List<Student> roster = request.roster().map(Roster::read).orElse(List.of());
        List<ReadSubmission> readSubmissions = new ArrayList<>();
        for (Submission submission : RosterMatch.apply(found.submissions(), roster)) {
            readSubmissions.add(new ReadSubmission(submission, AnswerReader.read(submission, released::exercises)));
        }
        readSubmissions = ReadSubmission.counting(readSubmissions);
        CourseKey key = request.key();
        Isolation isolation = Isolations.choose(request.image(), request.unsafe());
        out.println("Students' code runs in: " + isolation.title() + ".");
        ResultFiles.Stored stored = files.read();
        WorkerFactory workers = new WorkerFactory(isolation, limits);
        Thread cleaning = new Thread(workers::close);
        Runtime.getRuntime().addShutdownHook(cleaning);
        List<GradedSubmission> results;
        try (SubmissionGrader grader = new SubmissionGrader(released, key, workers)) {
            results = grade(grader, readSubmissions, stored.results());
        }
        Runtime.getRuntime().removeShutdownHook(cleaning);
        List<String> problems = new ArrayList<>(found.problems());
        problems.addAll(stored.problems());
        return new GradingReport(request, released, files, out).finish(results, stored.results(), roster, problems);
    }

    private List<GradedSubmission> grade(
            SubmissionGrader grader, List<ReadSubmission> readSubmissions, List<GradedSubmission> before) {
        Map<String, GradedSubmission> done = new HashMap<>();
        if (!request.regrade()) {
            before.stream().filter(r -> !r.has(MarkStatus.ERROR)).forEach(r -> done.put(identity(r), r));
        }
        List<GradedSubmission> results = new ArrayList<>();
        List<ReadSubmission> open = new ArrayList<>();
        for (ReadSubmission readSubmission : readSubmissions) {
            GradedSubmission known = done.get(identity(grader.identity(readSubmission)));
            if (known == null) {
                open.add(readSubmission);
            } else {
                results.add(known);
            }
        }
        if (!results.isEmpty()) {
            out.println(results.size() + " of " + readSubmissions.size() + " submissions are graded already.");
        }
        results.addAll(inParallel(grader, open));
        results.sort(Comparator.comparing(GradedSubmission::student)
                .thenComparing(GradedSubmission::lesson)
                .thenComparing(GradedSubmission::file));
        return results;
    }

    /** What a result depends on. */
    private static String identity(GradedSubmission r) {
        return String.join("\n", r.student(), r.lesson(), r.file(), r.sha256(), r.grader(), r.keyId(), r.isolation());
    }

    private List<GradedSubmission> inParallel(SubmissionGrader grader, List<ReadSubmission> open) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, request.jobs()));
        AtomicInteger finished = new AtomicInteger();
        List<Future<GradedSubmission>> running = new ArrayList<>();
        try {
            if (open.size() >= WORTH_AN_ARCHIVE) {
                grader.archive();
            }
            for (ReadSubmission readSubmission : open) {
                running.add(pool.submit(() -> {
                    long begun = System.nanoTime();
                    GradedSubmission result = grader.grade(readSubmission);
                    files.write(result);
                    progress(result, finished.incrementAndGet(), open.size(), (System.nanoTime() - begun) / 1e9);
                    return result;
                }));
            }
            List<GradedSubmission> results = new ArrayList<>();
            for (Future<GradedSubmission> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof UserError error) {
                throw error;
            }
            throw new IllegalStateException(broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw UserError.failed("Grading was interrupted; the same command goes on where it stopped.");
        } finally {
            pool.shutdownNow();
        }
    }

    private synchronized void progress(GradedSubmission result, int number, int count, double seconds) {
        String marks = result.exercises().isEmpty()
                ? "nothing to mark"
                : Verdict.number(result.points()) + " of " + Verdict.number(result.max()) + " points";
        out.printf(
                Locale.ROOT,
                "[%d/%d] %s %s: %s (%.1f s)%n",
                number,
                count,
                result.student(),
                result.lesson(),
                marks,
                seconds);
    }
}
