package marl.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.RenderFunction;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import marl.exercise.Verdict;
import marl.experiment.ProgressState;
import marl.io.Html;
import marl.view.Charts;
import marl.view.Picture;
import org.knowm.xchart.internal.chartpart.Chart;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;

/** How the course's values appear below a cell. Every value has plain text too, for readers and for
 * graders; what is HTML on a page has a twin for nbconvert's PDF. */
final class Renderers {

    private Renderers() {}

    static void register(Renderer renderer) {
        show(renderer, Table.class, (table, out) -> {
            out.putText(TableText.plain(table));
            out.putHTML(TableText.html(table));
            out.putLatex(TableLatex.of(table));
        });
        show(renderer, Verdict.class, (verdict, out) -> {
            out.putText(verdict.toString());
            out.putHTML(VerdictHtml.of(verdict));
            out.putLatex(VerdictLatex.of(verdict));
        });
        show(renderer, INDArray.class, (array, out) -> out.putText(ArrayText.of(array)));
        show(renderer, Picture.class, Renderers::picture);
        show(renderer, Chart.class, (chart, out) -> picture(Charts.of(chart).figure(), out));
        show(renderer, Object.class, (value, out) -> out.putText(ValueText.of(value)));
        for (Class<?> array : List.of(
                double[].class,
                double[][].class,
                double[][][].class,
                int[].class,
                int[][].class,
                long[].class,
                boolean[].class,
                boolean[][].class,
                float[].class,
                char[].class,
                byte[].class,
                short[].class,
                Object[].class,
                Object[][].class)) {
            show(renderer, array, (value, out) -> out.putText(ValueText.of(value)));
        }
        show(renderer, ProgressState.class, (state, out) -> {
            out.putText(state.toString());
            out.putHTML("<progress max=\"100\" value=\"" + state.percent() + "\"></progress> "
                    + Html.escape(state.toString()));
        });
    }

    /** The file at the size it is meant for; sharp, because it has twice as many pixels. */
    private static void picture(Picture picture, DisplayData out) {
        String type = picture.mimeType();
        out.putText(picture.toString());
        out.putData(type, Base64.getEncoder().encodeToString(picture.bytes()));
        out.putMetaData(type, Map.of("width", picture.width(), "height", picture.height(), "alt", picture.alt()));
    }

    private static <T> void show(Renderer renderer, Class<T> type, BiConsumer<T, DisplayData> body) {
        RenderFunction<T> function =
                (T value, RenderContext context) -> body.accept(value, context.getOutputContainer());
        renderer.createRegistration(type)
                .preferring(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN)
                .register(function);
    }
}
