package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class FeedbackPageTest {

    /** The page as a tree: it is XML once its void elements are closed, which no text of a submission can be. */
    private static Element tree(String page) {
        String xml = page.replaceFirst("<!DOCTYPE html>\n", "")
                .replace("<br>", "<br/>")
                .replaceAll("(<meta [^<>]*)>", "$1/>");
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (Exception broken) {
            throw new AssertionError(page, broken);
        }
    }

    /** Tags and attributes in order, without texts and line breaks. */
    private static List<String> skeleton(Node node) {
        List<String> tags = new ArrayList<>();
        if (node.getNodeType() != Node.TEXT_NODE && !node.getNodeName().equals("br")) {
            tags.add(node.getNodeName());
            for (int i = 0; i < node.getAttributes().getLength(); i++) {
                tags.add(node.getAttributes().item(i).toString());
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                tags.addAll(skeleton(child));
            }
        }
        return tags;
    }

    private static String words(GradedSubmission result) {
        return tree(FeedbackPage.html(result)).getTextContent().replaceAll("\\s+", " ");
    }

    @Property(tries = 200)
    void noTextOfASubmissionChangesThePagesTags(@ForAll("texts") String text) {
        List<String> tame = skeleton(tree(FeedbackPage.html(Sample.of("x"))));
        assertEquals(tame, skeleton(tree(FeedbackPage.html(Sample.of("x" + text)))));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(Sample.HOSTILE), Arbitraries.strings().all().ofMaxLength(40));
    }

    @Test
    void thePageNeedsNothingElse() {
        String page = FeedbackPage.html(Sample.ben());
        assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
        assertTrue(page.endsWith("</html>\n"));
        List<String> tags = skeleton(tree(page));
        for (String foreign : List.of("script", "img", "link", "iframe", "object", "a", "form")) {
            assertFalse(tags.contains(foreign), foreign);
        }
        assertFalse(
                page.contains("url(") || page.contains("@import") || page.contains("href") || page.contains("src="));
        assertFalse(page.contains("\r"));
    }

    @Test
    void aStudentSeesMarksPartsCounterExampleAndHint() {
        String words = words(Sample.ben());
        for (String expected : List.of(
                "Lesson 06 \u00B7 QMIX and monotonicity",
                "Student: ben",
                "1 of 5.5 points 0 of 2 exercises solved; the cards below say what to look at.",
                "06-1 Nudge it 0 of 3 points",
                "Note: There are two answer cells",
                "\u2713 passed: positive weights, no bending (1 of 1)",
                "\u2717 not passed: weights of both signs (0 of 1.5)",
                "Expected: 1.4385 Got: 0.2015",
                "Hint: The absolute value belongs")) {
            assertTrue(words.contains(expected), expected + " in " + words);
        }
        assertTrue(FeedbackPage.html(Sample.ben()).contains("Expected: 1.4385\nGot:      0.2015</pre>"));
    }

    @Test
    void everyStatusHasASignOfItsOwnAndAWord() {
        List<String> signs = new ArrayList<>();
        for (MarkStatus status : MarkStatus.values()) {
            String words = words(Sample.submission(
                    "ana", Sample.exercise("06-1", "Nudge it", Sample.part("06-1.1", "PART", status, 3))));
            int word = words.indexOf(status.words() + ": PART");
            assertTrue(word > 0, words);
            signs.add(words.substring(0, word).strip().replaceAll(".* ", ""));
        }
        assertEquals(MarkStatus.values().length, signs.stream().distinct().count(), signs.toString());
    }

    @Test
    void ofAHiddenPartOnlyTheMessageIsTold() {
        PartMark part = new PartMark(
                "06-1.1", "x", MarkStatus.FAIL, 0, 1, true, "3 of 4 rounds passed.", "SECRET HINT", "SECRET INPUT");
        String page = FeedbackPage.html(Sample.submission("ana", Sample.exercise("06-1", "Nudge it", part)));
        assertTrue(page.contains("3 of 4 rounds passed."));
        assertFalse(page.contains("SECRET"));
    }

    @Test
    void whatIsNotMarkedYetSaysSoAndWhoDecides() {
        String words = words(Sample.cem());
        for (String expected : List.of(
                "1 of 5.5 points so far",
                "One part has no mark yet, because the grader failed; that is not your fault.",
                "One part has to be decided by your instructor.",
                "0 of 3 points so far",
                "(up to 3) The grader itself failed here. The mark is not given yet, and it is not your fault.",
                "(up to 1.5) This is too close to call for a program. Your instructor will decide.")) {
            assertTrue(words.contains(expected), expected + " in " + words);
        }
        assertFalse(words(Sample.ben()).contains("so far"));
    }

    @Test
    void theFirstLineFitsTheResult() {
        assertTrue(words(Sample.ana()).contains("Both exercises solved. Well done!"));
        ExerciseMark solved = Sample.ana().exercises().get(0);
        assertTrue(words(Sample.submission("ana", solved)).contains("The exercise is solved."));
        assertTrue(words(Sample.submission("ana", solved, solved, solved)).contains("All 3 exercises solved."));
        assertTrue(
                words(Sample.submission("ana", solved, Sample.ben().exercises().get(0)))
                        .contains("1 of 2 exercises solved;"));
        assertTrue(words(Sample.dee()).contains("This file could not be marked."));
        assertTrue(words(Sample.dee()).contains("Note: This file is not a notebook"));
    }

    @Test
    void theSmallPrintSaysHowItWasMarked() {
        String words = words(Sample.ana());
        assertTrue(words.contains("SHA-256 of the file: " + Sample.ana().sha256() + " Grader: 0.1.0+5f1c2a9e"));
        assertTrue(words.contains("Isolation: own process, 512 MB, no network Seed key: k-41aa7f"));
    }

    @Test
    void megabytesOfTextAreCutWithANote() {
        String page = FeedbackPage.html(Sample.of("\u0000&".repeat(1_000_000)));
        // About 110 texts of 4,000 characters each, half of which are shown as 8 characters and half as 5.
        assertTrue(page.length() < 4_000_000, "" + page.length());
        assertTrue(page.contains("[cut here: 1,996,000 more characters]"));
        assertEquals(page, new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Test
    void aMessageThatIsTheCounterExampleIsShownOnce() {
        PartMark part = Sample.part("06-1.1", "x", MarkStatus.FAIL, 1, "Given: 1", "", "Given: 1");
        String words = words(Sample.submission("ana", Sample.exercise("06-1", "Nudge it", part)));
        assertEquals(words.indexOf("Given: 1"), words.lastIndexOf("Given: 1"));
    }
}
