package marl.grade.intake;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One walk through a folder of submissions: what is a notebook, what is a problem, what is neither. */
final class SubmissionWalk extends SimpleFileVisitor<Path> {

    private static final int DEEPEST = 32;
    private static final Pattern PACKED = Pattern.compile(".*\\.(zip|7z|rar|tar|tgz|tar\\.gz)");

    private final Path folder;
    private final Path students;
    private final Owners owners;
    private final List<Submission> found = new ArrayList<>();
    private final List<String> problems;

    /** {@code folder} is what names are relative to, {@code students} where the walk begins. */
    SubmissionWalk(Path folder, Path students, Owners owners, List<String> problems) {
        this.folder = folder;
        this.students = students;
        this.owners = owners;
        this.problems = problems;
    }

    void run() throws IOException {
        Files.walkFileTree(students, EnumSet.noneOf(FileVisitOption.class), DEEPEST, this);
    }

    /** The notebooks, in no order. */
    List<Submission> found() {
        return found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (directory.equals(students)) {
            return FileVisitResult.CONTINUE;
        }
        if (isHidden(directory)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (attributes.isOther()) { // a junction of Windows
            problem(directory, "is a link and was not followed: put the files themselves there.");
            return FileVisitResult.SKIP_SUBTREE;
        }
        Optional<String> misplaced = owners.misplaced(students.relativize(directory));
        misplaced.ifPresent(sentence -> problem(directory, sentence));
        return misplaced.isPresent() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean notebook = name.endsWith(".ipynb");
        if (isHidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            problem(file, "is a link and was not followed: put the file itself there.");
        } else if (attributes.isDirectory()) {
            problem(file, "lies more than " + DEEPEST + " folders deep and was not opened.");
        } else if (PACKED.matcher(name).matches()) {
            problem(file, "is packed: unpack it first.");
        } else if (name.endsWith(".ipynb.txt") || name.endsWith(".ipynb.json")) {
            problem(file, "is not called .ipynb: if it is a notebook, take off what follows .ipynb.");
        } else if (notebook && !attributes.isRegularFile()) {
            problem(file, "is not a file but a device: it was not opened.");
        } else if (notebook) {
            add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file) {
        Path inside = students.relativize(file);
        List<String> whose = owners.of(inside);
        if (whose.isEmpty()) {
            problem(
                    file,
                    "lies in no student's folder and has no student's name, so nobody knows whose it is: put it in a"
                            + " folder that is called after the student.");
        }
        for (String student : whose) {
            if (hasControls(student) || hasControls(inside.toString())) {
                problem(file, "has control characters in its name or its student's: give it another name.");
            } else {
                found.add(new Submission(student, file, name(file)));
            }
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
        if (!isHidden(file)) {
            problem(file, "cannot be read (" + why.getClass().getSimpleName() + ").");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException why) {
        return why == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, why);
    }

    private void problem(Path file, String what) {
        problems.add(name(file).replaceAll("\\p{Cntrl}", "?") + " " + what);
    }

    /** The path inside the folder that was named, the same on every system. */
    private String name(Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private static boolean isHidden(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    private static boolean hasControls(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }
}
