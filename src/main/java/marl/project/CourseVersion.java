package marl.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the course as {@code pom.xml} has it; Maven writes it into a resource. */
public final class CourseVersion {

    private CourseVersion() {}

    /**
     * The version.
     *
     * @return for example {@code 0.1.0}
     * @throws UncheckedIOException if the resource cannot be read
     */
    public static String text() {
        Properties course = new Properties();
        try (InputStream in = CourseVersion.class.getResourceAsStream("course.properties")) {
            course.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException("The course's own jar cannot be read; build the course again.", broken);
        }
        return course.getProperty("version");
    }
}
