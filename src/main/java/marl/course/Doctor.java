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
    private final List<DoctorLine> lines = new ArrayList<>();

    Doctor(Project project) {
        this.project = project;
    }

    List<DoctorLine> examine(int port) {
        java();
        lines.add(
                Shell.onPath("mvn").isEmpty()
                        ? DoctorLine.problem("Maven is missing: install Maven 3.6.3 or newer")
                        : DoctorLine.ok("Maven at " + Shell.onPath("mvn").get(0)));
        jupyter();
        kernel();
        natives();
        font();
        port(port);
        notebooks();
        sandbox();
        memoryAndDisk();
        return lines;
    }

    private void java() {
        boolean jshell = ModuleLayer.boot().findModule("jdk.jshell").isPresent()
                || java.lang.module.ModuleFinder.ofSystem().find("jdk.jshell").isPresent();
        String where = System.getProperty("java.version") + " at " + System.getProperty("java.home");
        if (Runtime.version().feature() < 17) {
            lines.add(DoctorLine.problem("Java " + where + " is too old: install a JDK 17 or newer"));
        } else if (!jshell) {
            lines.add(DoctorLine.problem("Java " + where + " is a run-time without jdk.jshell: install a full JDK"));
        } else {
            lines.add(DoctorLine.ok("JDK " + where));
        }
    }

    private void jupyter() {
        Optional<Jupyter> jupyter = Jupyter.find(project);
        lines.add(jupyter.map(j -> DoctorLine.ok("Jupyter " + j.application() + " at " + j.command()))
                .orElseGet(() -> DoctorLine.problem(
                        "no Jupyter with nbclient: ./course lab installs one, or pip install jupyterlab")));
    }

    private void kernel() {
        Kernelspec kernelspec = new Kernelspec(project);
        try {
            kernelspec.register();
            lines.add(DoctorLine.ok("the kernel is registered in " + kernelspec.folder()));
        } catch (UserError incomplete) {
            lines.add(DoctorLine.problem(incomplete.getMessage()));
        }
        Kernelspec.staleUserSpec()
                .ifPresent(folder -> lines.add(DoctorLine.problem("the kernelspec in " + folder
                        + " points at a copy of the course that is gone: ./course kernel --user renews it")));
        lines.add(DoctorLine.ok("OpenBLAS kernels: "
                + Optional.ofNullable(System.getenv("OPENBLAS_CORETYPE"))
                        .or(Kernelspec::openBlasCore)
                        .orElse("OpenBLAS's own choice")));
    }

    private void natives() {
        String platform = platform();
        try (var jars = Files.list(project.installed().resolve("lib"))) {
            boolean there = jars.map(jar -> jar.getFileName().toString())
                    .anyMatch(jar -> jar.startsWith("nd4j-native-") && jar.endsWith("-" + platform + ".jar"));
            lines.add(
                    there
                            ? DoctorLine.ok("ND4J's native library for " + platform)
                            : DoctorLine.problem("ND4J's native library for " + platform
                                    + " is missing: delete the folder .marl and run this again with the network on"));
        } catch (IOException gone) {
            lines.add(DoctorLine.problem("the installed library is gone: delete the folder .marl and run this again"));
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
        lines.add(
                families > 0
                        ? DoctorLine.ok(families + " font families")
                        : DoctorLine.problem("no font for charts: install fontconfig and a font (on Debian: apt install"
                                + " fontconfig fonts-dejavu-core)"));
    }

    private void port(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            lines.add(DoctorLine.ok("port " + socket.getLocalPort() + " is free"));
        } catch (IOException used) {
            lines.add(DoctorLine.note(
                    "port " + port + " is in use: Jupyter takes the next one, or use ./course lab" + " --port N"));
        }
    }

    private void notebooks() {
        for (Path released : Project.numbered(project.notebooks(), ".ipynb")) {
            String number = released.getFileName().toString().substring(0, 2);
            if (new WorkingCopies(project).isOutdated(released)) {
                lines.add(DoctorLine.note("my/" + released.getFileName() + " is older than the lesson: ./course update "
                        + number + " renews it and keeps your answers"));
            }
        }
    }

    private void sandbox() {
        if (project.hasSources() && platform().startsWith("linux")) {
            lines.add(
                    Shell.onPath("bwrap").isEmpty()
                            ? DoctorLine.note(
                                    "bubblewrap is missing, which only ./course grade needs: apt install bubblewrap")
                            : DoctorLine.ok("bubblewrap for grading at "
                                    + Shell.onPath("bwrap").get(0)));
        }
    }

    private void memoryAndDisk() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        long memory = system.getTotalMemorySize();
        lines.add(
                memory >= 4 * GB - GB / 2
                        ? DoctorLine.ok(memory / GB + " GB of memory")
                        : DoctorLine.note(
                                memory / GB + " GB of memory is little: close other programs; 4 GB is comfortable"));
        long disk = project.root().toFile().getUsableSpace();
        lines.add(
                disk >= GB
                        ? DoctorLine.ok(disk / GB + " GB of free disk")
                        : DoctorLine.problem(
                                "less than 1 GB of free disk: make room, the first build needs about 600 MB"));
        if (!Files.isWritable(project.root())) {
            lines.add(DoctorLine.problem("the project folder is read-only: copy it to a folder of your own"));
        }
    }
}
