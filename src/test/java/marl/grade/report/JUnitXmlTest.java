package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Against a schema whose reports Ant's and Jenkins' schemas accept both; see {@code grade/junit.xsd}. */
class JUnitXmlTest {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(JUnitXmlTest.class.getResource("/grade/junit.xsd"));
        } catch (SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The report read back from UTF-8, after validation. */
    private static Document parse(String text) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            SCHEMA.newValidator().validate(new DOMSource(document));
            return document;
        } catch (IOException | javax.xml.parsers.ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void aSuiteForEachSubmissionAndACaseForEachPart() throws SAXException {
        Document report = parse(JUnitXml.text(Sample.book()));
        List<String> suites = elements(report, "testsuite").stream()
                .map(s -> s.getAttribute("name") + " " + s.getAttribute("tests") + " " + s.getAttribute("failures")
                        + " " + s.getAttribute("errors") + " " + s.getAttribute("skipped"))
                .toList();
        assertEquals(
                List.of(
                        "ana.06 3 0 0 0",
                        "ben.06 3 2 0 0",
                        "ben.07 3 2 0 1",
                        "cem.06 3 0 1 1",
                        "dee.unreadable 1 0 1 0",
                        "grading 1 0 1 0"),
                suites);
        Element first = elements(report, "testcase").get(0);
        assertEquals("ana.06", first.getAttribute("classname"));
        assertEquals("06-1.1 a rising value never lowers the total", first.getAttribute("name"));
        List<String> types = elements(report, "failure").stream()
                .map(failure -> failure.getAttribute("type"))
                .toList();
        assertEquals(List.of("fail", "fail", "timeout", "crash"), types);
        String words = elements(report, "failure").get(1).getTextContent();
        assertTrue(words.startsWith("Wrong answer in round 3.\nGiven:"), words);
        Element review = elements(report, "skipped").get(1);
        assertEquals("needs a look by the instructor", review.getAttribute("message"));
        assertEquals("231 of 256 rounds passed; 230 are needed.", review.getTextContent());
    }

    @Test
    void theCountsAreThoseOfTheCases() throws SAXException {
        Document report = parse(JUnitXml.text(Sample.book()));
        for (String[] pair : new String[][] {
            {"tests", "testcase"}, {"failures", "failure"}, {"errors", "error"}, {"skipped", "skipped"}
        }) {
            int sum = elements(report, "testsuite").stream()
                    .mapToInt(suite -> Integer.parseInt(suite.getAttribute(pair[0])))
                    .sum();
            assertEquals(elements(report, pair[1]).size(), sum, pair[0]);
        }
    }

    @Test
    void whatCouldNotBeGradedIsAnError() throws SAXException {
        Document report = parse(JUnitXml.text(Sample.book()));
        List<Element> errors = elements(report, "error");
        assertEquals(
                "The grader's worker ended without an answer.", errors.get(0).getTextContent());
        assertEquals("This file is not a notebook: not JSON.", errors.get(1).getTextContent());
        assertTrue(errors.get(2).getAttribute("message").startsWith("fay/06-qmix.ipynb is larger"));
    }

    @Test
    void ofAHiddenPartOnlyTheMessageIsTold() {
        PartMark part =
                new PartMark("06-1.1", "x", MarkStatus.FAIL, 0, 1, true, "3 of 4 rounds passed.", "SECRET", "SECRET");
        GradedSubmission result = Sample.submission("ana", Sample.exercise("06-1", "Nudge it", part));
        String text = JUnitXml.text(new GradeBook(List.of(result), List.of(), List.of()));
        assertTrue(text.contains("3 of 4 rounds passed."));
        assertFalse(text.contains("SECRET"));
    }

    @Test
    void anEmptyBookIsAReportWithoutSuites() throws SAXException {
        assertEquals(
                0,
                elements(parse(JUnitXml.text(new GradeBook(List.of(), List.of(), List.of()))), "testsuite")
                        .size());
    }

    @Property(tries = 200)
    void hostileTextsAreTextInAValidReport(@ForAll("texts") String text) throws SAXException {
        GradeBook book = new GradeBook(List.of(Sample.of(text)), List.of(), List.of(text));
        Document report = parse(JUnitXml.text(book));
        assertEquals(2, elements(report, "testsuite").size());
        assertEquals(15, elements(report, "testcase").size());
        String file = elements(report, "property").get(0).getAttribute("value");
        assertEquals(PlainText.line(text, 500), file);
        String message = elements(report, "system-out").get(0).getTextContent();
        assertEquals(PlainText.visible(text), message);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(Sample.HOSTILE), Arbitraries.strings().all().ofMaxLength(40));
    }

    @Test
    void theSchemaRefusesWhatTheFormatForbids() {
        String text = JUnitXml.text(Sample.book());
        for (String[] change : new String[][] {
            {"<failure type=\"fail\"", "<failure"},
            {" classname=\"ana.06\"", ""},
            {"1970-01-01T00:00:00", "now"},
            {"tests=\"3\"", "tests=\"three\""},
            {"<testsuites>", "<testsuites><x/>"},
        }) {
            assertTrue(text.contains(change[0]), change[0]);
            assertThrows(SAXException.class, () -> parse(text.replace(change[0], change[1])));
        }
    }
}
