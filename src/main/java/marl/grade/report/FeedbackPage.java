package marl.grade.report;

import static marl.grade.report.PlainText.escape;
import static marl.grade.report.PlainText.number;

import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;

/**
 * What a student gets back: one HTML page that needs nothing else, plain enough to mail and to print.
 *
 * <p>Every text may come from a submission, so all of it is escaped, made visible and cut at {@link #MOST} characters.
 * Without its style the page still reads well from top to bottom, as some mail programs show it.
 */
public final class FeedbackPage {

    /** The most characters shown of a text. */
    static final int MOST = 4_000;

    private static final String STYLE = """
            body { margin: 0 auto; padding: 1em; max-width: 46em; color: #1b1b1b; background: #fff;
              font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
            h1 { font-size: 1.5em; line-height: 1.25; margin: 0.4em 0 0.2em; }
            h2 { font-size: 1.15em; line-height: 1.3; margin: 0 0 0.3em; }
            p { margin: 0.3em 0; }
            h1, h2, p { overflow-wrap: anywhere; }
            pre { margin: 0.5em 0; padding: 0.5em 0.7em; background: #f3f3f0; white-space: pre-wrap; overflow-wrap: anywhere;
              font: 0.85em/1.45 ui-monospace, Consolas, Menlo, "DejaVu Sans Mono", monospace; }
            .lead { font-size: 1.1em; margin: 0.7em 0 1em; }
            .card { border: 1px solid #b5b5b0; border-radius: 6px; padding: 0.8em 1em; margin: 1em 0; }
            .part { border-left: 4px solid #6b6b6b; padding: 0.1em 0 0.1em 0.8em; margin: 0.8em 0 0.2em; }
            .sign { display: inline-block; min-width: 0.9em; }
            .pass { border-color: #00694e; } .pass .word { color: #00694e; }
            .fail, .timeout, .crash { border-color: #a33c00; }
            .fail .word, .timeout .word, .crash .word { color: #a33c00; }
            .error, .review { border-color: #23549e; } .error .word, .review .word { color: #23549e; }
            .points { color: #4a4a4a; font-weight: normal; white-space: nowrap; }
            .small { color: #4a4a4a; font-size: 0.8em; border-top: 1px solid #b5b5b0; margin-top: 2em; padding-top: 0.6em; }
            @media print { body { max-width: none; padding: 0; font-size: 11pt; } .part, h2 { break-inside: avoid; }
              h2 { break-after: avoid; } pre { border: 1px solid #b5b5b0; } }
            """;

    private FeedbackPage() {}

    /** The page of one submission, with LF. */
    public static String html(GradedSubmission result) {
        String lesson = result.lesson().isEmpty() ? "Submission" : "Lesson " + result.lesson();
        String heading = result.title().isEmpty() ? lesson : lesson + " \u00B7 " + result.title();
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.append("<title>").append(escape(PlainText.line(heading, 200))).append("</title>\n");
        page.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        page.append("<h1>").append(shown(heading)).append("</h1>\n");
        page.append("<p>Student: <bdi>").append(shown(result.student())).append("</bdi></p>\n");
        if (!result.exercises().isEmpty()) {
            boolean open = result.exercises().stream().anyMatch(FeedbackCard::open);
            page.append("<p><b>").append(number(result.points())).append(" of ").append(number(result.max()));
            page.append(" points</b>").append(open ? " so far" : "").append("</p>\n");
        }
        page.append("<p class=\"lead\">").append(lead(result)).append("</p>\n");
        result.notes().forEach(note -> paragraph(page, "Note: ", note));
        result.exercises().forEach(exercise -> FeedbackCard.append(page, exercise));
        return page.append(small(result)).append("</body>\n</html>\n").toString();
    }

    /** A friendly line that says how it went and what to do. */
    private static String lead(GradedSubmission result) {
        int all = result.exercises().size();
        if (all == 0) {
            return "This file could not be marked. The note below says why; hand in the notebook again, or ask your instructor.";
        }
        long solved = result.exercises().stream().filter(FeedbackPage::solved).count();
        String lead = solved + " of " + all + (all == 1 ? " exercise" : " exercises")
                + " solved; the cards below say what to look at.";
        if (solved == all) {
            lead = (all == 1 ? "The exercise is" : all == 2 ? "Both exercises" : "All " + all + " exercises")
                    + " solved. Well done!";
        }
        lead += open(result, MarkStatus.ERROR, " no mark yet, because the grader failed; that is not your fault.");
        lead += open(result, MarkStatus.REVIEW, " to be decided by your instructor.");
        return lead;
    }

    private static String open(GradedSubmission result, MarkStatus status, String words) {
        long parts = result.exercises().stream()
                .flatMap(exercise -> exercise.parts().stream())
                .filter(part -> part.status() == status)
                .count();
        return parts == 0 ? "" : parts == 1 ? " One part has" + words : " " + parts + " parts have" + words;
    }

    private static boolean solved(ExerciseMark exercise) {
        return exercise.parts().stream().allMatch(part -> part.status() == MarkStatus.PASS);
    }

    private static String small(GradedSubmission result) {
        return "<p class=\"small\">File: <bdi>" + shown(result.file()) + "</bdi><br>\nSHA-256 of the file: "
                + shown(result.sha256()) + "<br>\nGrader: " + shown(result.grader()) + "<br>\nIsolation: "
                + shown(result.isolation()) + "<br>\nSeed key: " + shown(result.keyId()) + "</p>\n";
    }

    /** A paragraph; nothing if the text is empty. */
    static void paragraph(StringBuilder page, String label, String text) {
        if (!text.isEmpty()) {
            String start = label.isEmpty() ? "" : "<i>" + label + "</i>";
            page.append("<p>")
                    .append(start)
                    .append(shown(text).replace("\n", "<br>\n"))
                    .append("</p>\n");
        }
    }

    /** Any text, ready to stand in the page. */
    static String shown(String text) {
        return escape(PlainText.cut(text, MOST));
    }
}
