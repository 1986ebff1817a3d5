package marl.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import marl.course.text.Lesson;
import marl.course.text.LessonLint;
import marl.course.text.LessonParser;
import marl.course.text.Mistakes;
import marl.course.text.NotebookMaker;
import marl.project.NotebookJson;
import marl.project.Project;
import marl.project.UserError;

/**
 * The lesson texts of a project and the student notebooks made from them.
 *
 * @param project the project
 * @param lessons its lessons in order, all without mistakes
 */
record LessonFiles(Project project, List<Lesson> lessons) {

    /**
     * Reads and checks all lessons.
     *
     * @throws UserError with every mistake, each with file and line
     */
    static LessonFiles read(Project project) {
        List<Lesson> lessons = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (Path file : texts(project)) {
            Mistakes mistakes = new Mistakes("lessons/" + file.getFileName());
            Lesson lesson = LessonParser.parse(file.getFileName().toString(), Project.read(file), mistakes);
            if (mistakes.none()) {
                LessonLint.apply(lesson, mistakes);
                ExerciseRegister.check(lesson, mistakes);
            }
            messages.addAll(mistakes.messages());
            lessons.add(lesson);
        }
        if (!messages.isEmpty()) {
            throw UserError.failed(String.join("\n", messages));
        }
        return new LessonFiles(project, List.copyOf(lessons));
    }

    private static List<Path> texts(Project project) {
        try (var files = Files.list(project.lessons())) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
        } catch (IOException broken) {
            throw UserError.unreadable(project.lessons(), broken);
        }
    }

    /** Notebooks whose lesson is gone. */
    List<String> leftovers() {
        return leftoverFiles().stream()
                .map(file -> project.root().relativize(file) + " has no lesson any more")
                .toList();
    }

    private List<Path> leftoverFiles() {
        Set<String> wanted = lessons.stream().map(Lesson::notebookName).collect(Collectors.toSet());
        List<Path> found = new ArrayList<>(Project.numbered(project.notebooks(), ".ipynb"));
        found.addAll(Project.numbered(project.solutions(), ".ipynb"));
        found.removeIf(file -> wanted.contains(file.getFileName().toString()));
        return found;
    }

    void removeLeftovers() {
        for (Path file : leftoverFiles()) {
            System.out.println("removing " + project.root().relativize(file));
            try {
                Files.delete(file);
            } catch (IOException broken) {
                throw UserError.unwritable(file, broken);
            }
        }
    }

    private Path studentNotebook(Lesson lesson) {
        return project.notebooks().resolve(lesson.notebookName());
    }

    List<String> staleStudentNotebook(Lesson lesson) {
        Path file = studentNotebook(lesson);
        boolean fresh = BuildCommand.exists(file)
                && Project.read(file).equals(NotebookJson.write(NotebookMaker.student(lesson)));
        return fresh ? List.of() : List.of("notebooks/" + lesson.notebookName() + " is out of date");
    }

    void writeStudentNotebook(Lesson lesson) {
        if (!staleStudentNotebook(lesson).isEmpty()) {
            Project.write(studentNotebook(lesson), NotebookJson.write(NotebookMaker.student(lesson)));
        }
    }
}
