package marl.grade.report;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in a string, indented; whatever is put in is text and stays inside XML 1.0's characters. */
final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    /** For each open element whether it holds elements, so that its end stands on a line of its own. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    XmlText() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Opens an element; attributes are names and values in turn, on one line each, since XML drops line breaks there. */
    void open(String element, String... attributes) {
        try {
            xml.writeCharacters("\n" + "  ".repeat(open.size()));
            if (!open.isEmpty()) {
                open.pop();
                open.push(true);
            }
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], PlainText.line(attributes[i + 1], 500));
            }
            open.push(false);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Closes the element opened last, after a text of at most {@link FeedbackPage#MOST} characters. */
    void close(String content) {
        try {
            xml.writeCharacters(PlainText.cut(content, FeedbackPage.MOST));
            if (open.pop()) {
                xml.writeCharacters("\n" + "  ".repeat(open.size()));
            }
            xml.writeEndElement();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The document, once everything is closed. */
    String end() {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text + "\n";
    }
}
