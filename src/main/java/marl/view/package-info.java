/**
 * Pictures: charts, heat maps, payoff tables, paths in a triangle, mazes and animations, each with a title, axis labels,
 * alternative text, and a text twin for readers who cannot see them.
 *
 * <p>Read first {@link marl.view.Charts}, then {@link marl.view.LineChart}, then {@link marl.view.Figure}.
 *
 * <p>{@link marl.view.Charts} begins a builder, the builder checks its data ({@code ChartData}) and its words
 * ({@code Labels}), and {@code .alt(...)} ends it: a painter draws on a {@code Sheet}, and a {@link marl.view.Figure} or an
 * {@link marl.view.Animation} comes out, immutable and the same bytes for the same data. Curves and intervals go in as they
 * come out of {@code marl.experiment}. {@link marl.view.Show} shows a value in the middle of a cell and rounds tables.
 *
 * <p>A new kind of picture is a builder begun in {@code Charts}, a painter, and a text twin; its test looks at pixels and
 * at the twin.
 */
package marl.view;
