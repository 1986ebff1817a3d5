package marl.course;

import java.io.PrintWriter;
import marl.project.CourseVersion;
import marl.project.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the course. */
@Command(
        name = "./course",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Multi-agent reinforcement learning in Java notebooks.",
        subcommands = {
            LabCommand.class,
            RunCommand.class,
            TestCommand.class,
            BuildCommand.class,
            UpdateCommand.class,
            PackCommand.class,
            SlidesCommand.class,
            GradeCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            KernelCommand.class,
            SweepCommand.class
        },
        footer = {"", "Start with: ./course lab"})
public final class Main implements Runnable {

    /** What {@code ./course --version} says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"MARL course " + CourseVersion.text()};
        }
    }

    @Spec
    private CommandSpec spec;

    /**
     * Runs a command and leaves with its exit code: 0 done, 1 the job failed, 2 wrong use.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /**
     * The command line, ready to execute.
     *
     * @return picocli's object, which prints one sentence for a user's mistake
     */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    PrintWriter err = wrong.getCommandLine().getErr();
                    err.println(wrong.getMessage() + "; see "
                            + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
                    return 2;
                })
                .setUsageHelpAutoWidth(true);
    }

    private static int explain(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (thrown instanceof UserError error) {
            command.getErr().println(error.getMessage());
            return error.exitCode();
        }
        throw thrown;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
