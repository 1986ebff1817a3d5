package marl.grade.report;

import java.util.List;
import java.util.stream.Stream;
import marl.grade.intake.Student;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;

/** A small class: Ana solved everything, Ben some, the grader failed on Cem, Dee's file is broken, Eli is missing. */
final class Sample {

    static final String GRADER = "0.1.0+5f1c2a9e";

    /** Text that breaks out of something, somewhere. */
    static final List<String> HOSTILE = List.of(
            "",
            " ",
            "</script><script>alert(1)</script>",
            "\"'`&<>|\\",
            "]]> <!-- --> <![CDATA[ &amp; &#0;",
            "a\u0000b\u0007c\u001B[2Jd\u007F\u0085",
            "line\r\nline\rline\n\ttab",
            "\u202Egnp.exe\u2066\u200F",
            "\uD83D lone \uDE00\uD83D\uDE00",
            "\uFFFE\uFFFF\uFEFF\u2028\u2029",
            "=HYPERLINK(\"http://example.org\")",
            "+1",
            "-1",
            "@sum",
            "\t=1",
            "\r=1",
            "a,b;c\"d\"",
            "| a | b |\n|---|---|",
            "**bold** [link](http://example.org) `code` <b>",
            "../../etc/passwd",
            "J\u00FCrgen \u5F20\u4F1F \u0645\u0631\u064A\u0645");

    private Sample() {}

    static GradedSubmission submission(String student, ExerciseMark... exercises) {
        return new GradedSubmission(
                student,
                "06",
                "QMIX and monotonicity",
                student + "/06-qmix.ipynb",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                GRADER,
                "k-41aa7f",
                "own process, 512 MB, no network",
                List.of(),
                List.of(exercises));
    }

    static PartMark part(String id, String name, MarkStatus status, double max, String... words) {
        return new PartMark(
                id,
                name,
                status,
                status == MarkStatus.PASS ? max : 0,
                max,
                false,
                words.length > 0 ? words[0] : "",
                words.length > 1 ? words[1] : "",
                words.length > 2 ? words[2] : "");
    }

    static PartMark hidden(String id, String name, double max, String message) {
        return new PartMark(id, name, MarkStatus.FAIL, 0, max, true, message, "", "");
    }

    static ExerciseMark exercise(String id, String title, PartMark... parts) {
        return new ExerciseMark(id, title, List.of(), List.of(parts));
    }

    static GradedSubmission ana() {
        return submission(
                "ana",
                exercise(
                        "06-1",
                        "Nudge it",
                        part("06-1.1", "a rising value never lowers the total", MarkStatus.PASS, 3)),
                exercise(
                        "06-2",
                        "Mix",
                        part("06-2.1", "positive weights, no bending", MarkStatus.PASS, 1),
                        part("06-2.2", "weights of both signs", MarkStatus.PASS, 1.5)));
    }

    static GradedSubmission ben() {
        return submission(
                "ben",
                new ExerciseMark(
                        "06-1",
                        "Nudge it",
                        List.of("There are two answer cells for this exercise; the last one counts."),
                        List.of(hidden(
                                "06-1.1",
                                "a rising value never lowers the total",
                                3,
                                "The cases you can see pass. 37 of 40 hidden rounds passed."))),
                exercise(
                        "06-2",
                        "Mix",
                        part("06-2.1", "positive weights, no bending", MarkStatus.PASS, 1),
                        part(
                                "06-2.2",
                                "weights of both signs",
                                MarkStatus.FAIL,
                                1.5,
                                "Wrong answer in round 3.",
                                "The absolute value belongs on both layers of weights.",
                                """
                                Given:    values {1.0, -0.5}, w1 {{0.3, -1.2}, {0.7, 0.1}}, b1 {0.0, 0.25}, w2 {-0.8, 1.1}, b2 0.5
                                Expected: 1.4385
                                Got:      0.2015""")));
    }

    static GradedSubmission cem() {
        return submission(
                "cem",
                exercise(
                        "06-1",
                        "Nudge it",
                        part(
                                "06-1.1",
                                "a rising value never lowers the total",
                                MarkStatus.ERROR,
                                3,
                                "The grader's worker ended without an answer.")),
                exercise(
                        "06-2",
                        "Mix",
                        part("06-2.1", "positive weights, no bending", MarkStatus.PASS, 1),
                        part(
                                "06-2.2",
                                "weights of both signs",
                                MarkStatus.REVIEW,
                                1.5,
                                "231 of 256 rounds passed; 230 are needed.")));
    }

    /** One part of every kind that {@link #ben()} lacks, on another lesson. */
    static GradedSubmission benOn07() {
        return new GradedSubmission(
                "ben",
                "07",
                "Deep teams",
                "ben/07-deep-teams.ipynb",
                "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                GRADER,
                "k-41aa7f",
                "own process, 512 MB, no network",
                List.of("The notebook has no kernel named in it."),
                List.of(
                        exercise(
                                "07-1",
                                "Unroll",
                                part(
                                        "07-1.1",
                                        "an episode",
                                        MarkStatus.TIMEOUT,
                                        2,
                                        "Stopped after 10 seconds.",
                                        "Does the loop end?"),
                                part(
                                        "07-1.2",
                                        "a batch",
                                        MarkStatus.CRASH,
                                        2,
                                        "ArrayIndexOutOfBoundsException: Index 4 out of bounds for length 4")),
                        exercise("07-2", "Mask", part("07-2.1", "the blank rows", MarkStatus.UNSOLVED, 4))));
    }

    static GradedSubmission dee() {
        return new GradedSubmission(
                "dee",
                "",
                "",
                "dee/homework.docx.ipynb",
                "486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7",
                GRADER,
                "k-41aa7f",
                "own process, 512 MB, no network",
                List.of("This file is not a notebook: not JSON."),
                List.of());
    }

    static List<Student> roster() {
        return List.of(
                new Student("eli", "Eli Nwosu", "eli@example.org"),
                new Student("ben", "Okafor, Ben", "ben@example.org"),
                new Student("ana", "Ana Mar\u00EDa Souza", "ana@example.org"),
                new Student("dee", "Dee", ""));
    }

    static GradeBook book() {
        return new GradeBook(
                List.of(ana(), ben(), benOn07(), cem(), dee()),
                roster(),
                List.of("fay/06-qmix.ipynb is larger than 20 MB and was not read."));
    }

    /** A submission whose every text is the same, hostile one. */
    static GradedSubmission of(String text) {
        return new GradedSubmission(
                text,
                "06",
                text,
                text,
                text,
                text,
                text,
                text,
                List.of(text),
                Stream.of(MarkStatus.values())
                        .map(status -> new ExerciseMark(
                                text,
                                text,
                                List.of(text, text),
                                List.of(part(text, text, status, 1, text, text, text), hidden(text, text, 1, text))))
                        .toList());
    }
}
