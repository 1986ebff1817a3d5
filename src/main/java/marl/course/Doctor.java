package marl.course;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marl.course.jupyter.Fonts;
import marl.course.jupyter.Jupyter;
import marl.course.jupyter.Kernelspec;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;

/** Looks at everything that is known to go wrong with a set-up. */
final class Doctor {

    private static final long GB = 1L << 30;

    private final Project project;
    private final List<Finding> findings = new ArrayList<>();

    Doctor(Project project) {
        this.project = project;
    }

    List<Finding> examine(int port) {
        java();
        findings.add(
                Shell.onPath("mvn").isEmpty()
                        ? Finding.problem("Maven is missing: install Maven 3.6.3 or newer")
                        : Finding.ok("Maven at " + Shell.onPath("mvn").get(0)));
        jupyter();
        kernel();
        natives();
        font();
        port(port);
        notebooks();
        sandbox();
        memoryAndDisk();
        return findings;
    }

    private void java() {
        boolean jshell = ModuleLayer.boot().findModule("jdk.jshell").isPresent()
                || java.lang.module.ModuleFinder.ofSystem().find("jdk.jshell").isPresent();
        String where = System.getProperty("java.version") + " at " + System.getProperty("java.home");
        if (Runtime.version().feature() < 17) {
            findings.add(Finding.problem("Java " + where + " is too old: install a JDK 17 or newer"));
        } else if (!jshell) {
            findings.add(Finding.problem("Java " + where + " is a run-time without jdk.jshell: install a full JDK"));
        } else {
            findings.add(Finding.ok("JDK " + where));
        }
    }

    private void jupyter() {
        Optional<Jupyter> jupyter = Jupyter.find(project);
        findings.add(jupyter.map(j -> Finding.ok("Jupyter " + j.application() + " at " + j.command()))
                .orElseGet(() -> Finding.problem(
                        "no Jupyter with nbclient: ./course lab installs one, or pip install jupyterlab")));
    }

    private void kernel() {
        Kernelspec kernelspec = new Kernelspec(project);
        try {
            kernelspec.register();
            findings.add(Finding.ok("the kernel is registered in " + kernelspec.folder()));
        } catch (UserError incomplete) {
            findings.add(Finding.problem(incomplete.getMessage()));
        }
        Kernelspec.staleUserSpec()
                .ifPresent(folder -> findings.add(Finding.problem("the kernelspec in " + folder
                        + " points at a copy of the course that is gone: ./course kernel --user renews it")));
        findings.add(Finding.ok("OpenBLAS kernels: "
                + Optional.ofNullable(System.getenv("OPENBLAS_CORETYPE"))
                        .or(Kernelspec::openBlasCore)
                        .orElse("OpenBLAS's own choice")));
    }

    private void natives() {
        String platform = platform();
        try (var jars = Files.list(project.installed().resolve("lib"))) {
            boolean there = jars.map(jar -> jar.getFileName().toString())
                    .anyMatch(jar -> jar.startsWith("nd4j-native-") && jar.endsWith("-" + platform + ".jar"));
            findings.add(
                    there
                            ? Finding.ok("ND4J's native library for " + platform)
                            : Finding.problem("ND4J's native library for " + platform
                                    + " is missing: delete the folder .marl and run this again with the network on"));
        } catch (IOException gone) {
            findings.add(Finding.problem("the installed library is gone: delete the folder .marl and run this again"));
        }
    }

    /** The platform as ND4J names it. */
    static String platform() {
        String os = System.getProperty("os.name");
        String name = os.startsWith("Windows") ? "windows" : os.startsWith("Mac") ? "macosx" : "linux";
        return name + "-" + (System.getProperty("os.arch").matches("aarch64|arm64") ? "arm64" : "x86_64");
    }

    private void font() {
        int families = Fonts.families();
        findings.add(
                families > 0
                        ? Finding.ok(families + " font families")
                        : Finding.problem("no font for charts: install fontconfig and a font (on Debian: apt install"
                                + " fontconfig fonts-dejavu-core)"));
    }

    private void port(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            findings.add(Finding.ok("port " + socket.getLocalPort() + " is free"));
        } catch (IOException used) {
            findings.add(Finding.note(
                    "port " + port + " is in use: Jupyter takes the next one, or use ./course lab" + " --port N"));
        }
    }

    private void notebooks() {
        for (Path released : Project.numbered(project.notebooks(), ".ipynb")) {
            String number = released.getFileName().toString().substring(0, 2);
            if (new WorkingCopies(project).isOutdated(released)) {
                findings.add(Finding.note("my/" + released.getFileName() + " is older than the lesson: ./course update "
                        + number + " renews it and keeps your answers"));
            }
        }
    }

    private void sandbox() {
        if (project.hasSources() && platform().startsWith("linux")) {
            findings.add(
                    Shell.onPath("bwrap").isEmpty()
                            ? Finding.note(
                                    "bubblewrap is missing, which only ./course grade needs: apt install bubblewrap")
                            : Finding.ok("bubblewrap for grading at "
                                    + Shell.onPath("bwrap").get(0)));
        }
    }

    private void memoryAndDisk() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        long memory = system.getTotalMemorySize();
        findings.add(
                memory >= 4 * GB - GB / 2
                        ? Finding.ok(memory / GB + " GB of memory")
                        : Finding.note(
                                memory / GB + " GB of memory is little: close other programs; 4 GB is comfortable"));
        long disk = project.root().toFile().getUsableSpace();
        findings.add(
                disk >= GB
                        ? Finding.ok(disk / GB + " GB of free disk")
                        : Finding.problem(
                                "less than 1 GB of free disk: make room, the first build needs about 600 MB"));
        if (!Files.isWritable(project.root())) {
            findings.add(Finding.problem("the project folder is read-only: copy it to a folder of your own"));
        }
    }
}
