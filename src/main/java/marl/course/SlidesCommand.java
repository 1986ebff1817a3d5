package marl.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import marl.course.jupyter.Jupyter;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./course slides}: a lesson as a deck for the room, from its solved notebook, without code and exercises. */
@Command(
        name = "slides",
        mixinStandardHelpOptions = true,
        description =
                "Make a deck of slides from a lesson: sections, questions, pictures; teaching notes for the speaker.")
final class SlidesCommand implements Callable<Integer> {

    /** Pictures leave room for the words above them; what is still too long can be scrolled. */
    private static final String STYLE = """
            <style>
            .reveal .slides > section > section, .reveal .slides > section:not(.stack) {
              max-height: 100%; overflow-y: auto; overflow-x: hidden; font-size: 0.85em; }
            .reveal .jp-RenderedImage img { max-height: 50vh; max-width: 100%; width: auto; height: auto; }
            </style>
            """;

    @Parameters(paramLabel = "NN", description = "The lesson, for example 06.")
    private String lesson;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to (default: the current folder).")
    private Path out = Path.of("");

    @Option(names = "--code", description = "Show the code, too.")
    private boolean code;

    @Option(
            names = "--reveal",
            paramLabel = "URL",
            description = "Where reveal.js lies, for a room without network: a folder or an address.")
    private String reveal = "";

    @Override
    public Integer call() {
        Project project = Project.here();
        Path notebook = Project.lesson(project.solutions(), lesson, ".ipynb");
        if (!Files.isDirectory(out.toAbsolutePath())) {
            throw UserError.usage("There is no folder " + out + " to write the slides to: make it first.");
        }
        Jupyter jupyter = Jupyter.findOrInstall(project);
        List<String> words = new ArrayList<>(List.of(jupyter.command().toString(), "nbconvert", "--to", "slides"));
        if (!code) {
            words.add("--no-input");
        }
        if (!reveal.isEmpty()) {
            words.add("--SlidesExporter.reveal_url_prefix=" + reveal);
        }
        words.addAll(List.of("--output-dir", out.toAbsolutePath().toString(), notebook.toString()));
        Shell.Result result = Shell.quiet(project.root(), Map.of(), 120, words);
        String name = notebook.getFileName().toString().replaceFirst("\\.ipynb$", ".slides.html");
        if (!result.ok() || !Files.exists(out.resolve(name))) {
            throw UserError.failed("No slides were made. What jupyter nbconvert said: "
                    + result.output().strip().lines().reduce("nothing", (first, last) -> last));
        }
        Path deck = out.resolve(name);
        Project.write(
                deck,
                Project.read(deck)
                        .replaceFirst("</head>", Matcher.quoteReplacement(STYLE + PrintStyle.html() + "</head>")));
        System.out.println(out.resolve(name) + " is ready. Open it in a browser; space goes on, S shows your notes.");
        return 0;
    }
}
