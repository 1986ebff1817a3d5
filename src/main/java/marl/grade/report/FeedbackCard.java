package marl.grade.report;

import static marl.grade.report.FeedbackPage.paragraph;
import static marl.grade.report.FeedbackPage.shown;
import static marl.grade.report.PlainText.number;

import marl.grade.mark.ExerciseMark;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;

/** The card of one exercise on a {@link FeedbackPage}: a sign, a word and a colour for each part. */
final class FeedbackCard {

    private FeedbackCard() {}

    static void append(StringBuilder page, ExerciseMark exercise) {
        page.append("<section class=\"card\">\n<h2>").append(shown(exercise.id()));
        page.append(' ').append(shown(exercise.title()));
        page.append(" <span class=\"points\">")
                .append(number(exercise.points()))
                .append(" of ");
        page.append(number(exercise.max()))
                .append(open(exercise) ? " points so far" : " points")
                .append("</span></h2>\n");
        exercise.notes().forEach(note -> paragraph(page, "Note: ", note));
        exercise.parts().forEach(part -> append(page, part));
        page.append("</section>\n");
    }

    private static void append(StringBuilder page, PartMark part) {
        MarkStatus status = part.status();
        page.append("<div class=\"part ")
                .append(status.key())
                .append("\">\n<p><b class=\"word\"><span class=\"sign\" ");
        page.append("aria-hidden=\"true\">")
                .append(sign(status))
                .append("</span> ")
                .append(status.words());
        page.append(":</b> ")
                .append(shown(part.name()))
                .append(" <span class=\"points\">(")
                .append(marks(part));
        page.append(")</span></p>\n");
        if (status == MarkStatus.ERROR) {
            paragraph(page, "", "The grader itself failed here. The mark is not given yet, and it is not your fault.");
        } else if (status == MarkStatus.REVIEW) {
            paragraph(page, "", "This is too close to call for a program. Your instructor will decide.");
        }
        boolean repeated = !part.hidden() && part.message().equals(part.counterExample());
        paragraph(page, "", repeated ? "" : part.message());
        if (!part.hidden()) {
            if (!part.counterExample().isEmpty()) {
                page.append("<pre>").append(shown(part.counterExample())).append("</pre>\n");
            }
            paragraph(page, "Hint: ", part.hint());
        }
        page.append("</div>\n");
    }

    /** Whether a mark is still to come. */
    static boolean open(ExerciseMark exercise) {
        return exercise.has(MarkStatus.ERROR) || exercise.has(MarkStatus.REVIEW);
    }

    private static String marks(PartMark part) {
        boolean open = part.status() == MarkStatus.ERROR || part.status() == MarkStatus.REVIEW;
        String max = number(part.max());
        return open ? "up to " + max : number(part.points()) + " of " + max;
    }

    /** Signs of different shapes, since colour alone tells some readers nothing. */
    private static String sign(MarkStatus status) {
        return switch (status) {
            case PASS -> "&#10003;";
            case FAIL -> "&#10007;";
            case UNSOLVED -> "&#9675;";
            case TIMEOUT -> "&#9632;";
            case CRASH -> "&#9650;";
            case ERROR -> "?";
            case REVIEW -> "&#9670;";
        };
    }
}
