package marl.kernel;

import marl.exercise.PartResult;
import marl.exercise.Status;
import marl.exercise.Verdict;
import marl.io.Html;

/** A verdict as the page shows it: a headline and a line for each part, in words as well as in colour. */
final class VerdictHtml {

    private static final String DONE = "#00694e";
    private static final String OPEN = "#a33c00";

    private VerdictHtml() {}

    static String of(Verdict verdict) {
        StringBuilder html = new StringBuilder();
        String colour = verdict.solved() ? DONE : OPEN;
        html.append("<div class=\"marl-verdict\" style=\"border-left:4px solid ")
                .append(colour);
        html.append(";padding:4px 12px;max-width:60em\">");
        html.append("<div style=\"font-weight:bold\">")
                .append(Html.escape(verdict.headline()))
                .append("</div>");
        if (!verdict.unsolved()) {
            verdict.parts().forEach(part -> part(html, part));
        }
        return html.append("</div>").toString();
    }

    private static void part(StringBuilder html, PartResult part) {
        boolean passed = part.status() == Status.PASS;
        html.append("<div style=\"margin-top:6px\"><span style=\"font-weight:bold;color:");
        html.append(passed ? DONE : OPEN)
                .append("\">")
                .append(passed ? "&#10003; " : "&#10007; ")
                .append("</span>");
        html.append(Html.escape(part.name()))
                .append(" (")
                .append(Verdict.number(part.points()))
                .append('/');
        html.append(Verdict.number(part.max()))
                .append("): ")
                .append(part.status().words());
        if (!part.message().isEmpty()) {
            html.append("<pre style=\"margin:4px 0 0 18px;white-space:pre-wrap\">");
            html.append(Html.escape(part.message())).append("</pre>");
        }
        if (!part.hint().isEmpty()) {
            html.append("<div style=\"margin:4px 0 0 18px\"><i>Hint:</i> ").append(Html.escape(part.hint()));
            html.append("</div>");
        }
        html.append("</div>");
    }
}
