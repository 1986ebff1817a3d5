package marl.kernel;

import marl.exercise.PartResult;
import marl.exercise.Status;
import marl.exercise.Verdict;
import marl.io.Latex;

/** A verdict as LaTeX, for {@code nbconvert --to pdf}, with the same words as on the page. */
final class VerdictLatex {

    private VerdictLatex() {}

    static String of(Verdict verdict) {
        StringBuilder latex = new StringBuilder("\\begin{quote}\n\\textbf{");
        latex.append(Latex.escape(verdict.headline())).append("}\n");
        if (!verdict.unsolved()) {
            verdict.parts().forEach(part -> part(latex, part));
        }
        return latex.append("\\end{quote}").toString();
    }

    private static void part(StringBuilder latex, PartResult part) {
        latex.append("\n\\noindent ").append(part.status() == Status.PASS ? "$\\checkmark$ " : "$\\times$ ");
        latex.append(Latex.escape(part.name())).append(" (").append(Verdict.number(part.points()));
        latex.append('/').append(Verdict.number(part.max())).append("): ");
        latex.append(part.status().words()).append("\n");
        if (!part.message().isEmpty()) {
            part.message()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> latex.append("\n\\noindent\\hspace*{1.5em}")
                            .append(Latex.escape(line))
                            .append("\n"));
        }
        if (!part.hint().isEmpty()) {
            latex.append("\n\\noindent\\hspace*{1.5em}\\textit{Hint:} ")
                    .append(Latex.escape(part.hint()))
                    .append("\n");
        }
    }
}
