package marl.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import marl.course.text.Lesson;
import marl.course.text.LessonLint;
import marl.course.text.LessonParser;
import marl.course.text.Mistakes;
import marl.course.text.NotebookMaker;
import marl.project.NotebookJson;
import org.junit.jupiter.api.Test;

/** Follows "Add a lesson in seven steps" of CONTRIBUTING.md on the template; the answers are tested with all others. */
class TemplateTest {

    private static final Path TEMPLATE = Path.of("docs/lesson-template/98-template.md");

    @Test
    void theTemplateBecomesANotebookWithoutMistakes() throws Exception {
        String text = Files.readString(TEMPLATE).replace("98", "42").replace("A lesson to copy", "Copied");
        Mistakes mistakes = new Mistakes("42-copied.md");
        Lesson lesson = LessonParser.parse("42-copied.md", text, mistakes);
        LessonLint.apply(lesson, mistakes);
        assertEquals(List.of(), mistakes.messages());
        String student = NotebookJson.write(NotebookMaker.student(lesson));
        assertTrue(student.contains("42-1 is not solved yet"));
    }

    @Test
    void theStepsNameFilesThatExist() throws Exception {
        String steps = Files.readString(Path.of("CONTRIBUTING.md"));
        var names = java.util.regex.Pattern.compile("`((?:docs|src)/[\\w./-]+\\.(?:md|java))`")
                .matcher(steps);
        int found = 0;
        while (names.find()) {
            String name = names.group(1);
            if (!name.contains("NN") && !name.contains("Your")) {
                assertTrue(Files.exists(Path.of(name)), name);
                found++;
            }
        }
        assertTrue(found >= 8, "the steps must point at the template's files");
    }
}
