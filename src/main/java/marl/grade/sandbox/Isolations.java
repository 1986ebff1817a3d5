package marl.grade.sandbox;

import java.util.Optional;
import java.util.Set;
import marl.project.Shell;
import marl.project.UserError;

/** Finds out how workers can be shut in here. */
public final class Isolations {

    private Isolations() {}

    /**
     * The isolation to use.
     *
     * @param image a docker image; empty for bubblewrap
     * @param unsafe whether a plain process will do where nothing better works
     * @throws UserError if nothing works; the sentence names the cure
     */
    public static Isolation choose(Optional<String> image, boolean unsafe) {
        Isolation wanted = image.<Isolation>map(Docker::new).orElseGet(Bubblewrap::new);
        Optional<String> problem = problem(wanted);
        if (problem.isEmpty()) {
            return wanted;
        }
        if (!unsafe) {
            throw UserError.failed("Students' code cannot be shut in. " + problem.get()
                    + " Cure that, or give --docker IMAGE, or, for your own code only, --unsafe-own-code.");
        }
        Optional<String> worse = problem(new PlainProcess());
        if (worse.isPresent()) {
            throw UserError.failed("No worker can be started. " + worse.get() + " Run ./course doctor.");
        }
        return new PlainProcess();
    }

    /** Why an isolation does not work here, with the cure, in sentences; empty if a worker starts in it. */
    public static Optional<String> problem(Isolation isolation) {
        if (isolation instanceof Bubblewrap && !System.getProperty("os.name").equals("Linux")) {
            return Optional.of("Bubblewrap needs Linux.");
        }
        if (isolation instanceof Bubblewrap && (!has("bwrap") || !has("prlimit"))) {
            return Optional.of(
                    "Bubblewrap or prlimit is missing (on Debian or Ubuntu: apt install bubblewrap util-linux).");
        }
        if (isolation instanceof Docker && !has("docker")) {
            return Optional.of("Docker is missing.");
        }
        if (!(isolation instanceof Docker) && Isolation.isRoot() && !has("setpriv")) {
            return Optional.of(
                    "The program setpriv is missing, and nothing of a student's runs as root (apt install util-linux).");
        }
        try (WorkerFactory workers = new WorkerFactory(isolation, Limits.standard());
                Worker worker = workers.start(Set.of(), false)) {
            return worker.isAlive() ? Optional.empty() : Optional.of("A worker ended at once.");
        } catch (GraderFault fault) {
            return Optional.of("The sandbox is there (" + isolation.title() + "), but does not work. "
                    + fault.getMessage() + why(isolation));
        }
    }

    private static String why(Isolation isolation) {
        return isolation instanceof Bubblewrap
                ? " Often the system forbids user namespaces (sysctl kernel.unprivileged_userns_clone,"
                        + " kernel.apparmor_restrict_unprivileged_userns)."
                : "";
    }

    private static boolean has(String program) {
        return !Shell.isWindows() && !Shell.onPath(program).isEmpty();
    }
}
