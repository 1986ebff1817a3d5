/**
 * What several rooms write down in the same way, and nothing of the course itself: the lowest room, which imports none.
 *
 * <p>Read first {@link marl.io.WholeFile}, then {@link marl.io.ChecksummedFile}, then {@link marl.io.Html}.
 *
 * <p>Every file of the course that matters goes through {@link marl.io.WholeFile}, which writes beside the place and
 * moves: networks and self-play with letters, a version and a checksum around their bytes, tables and notebooks and marks
 * as they are. The grading key alone does not ({@code marl.grade.judge.KeyFile}), since a key must never be replaced.
 * Text on its way into a notebook's output or a feedback page goes through {@link marl.io.Html}.
 *
 * <p>Something belongs here once two rooms need it, neither of which may import the other.
 */
package marl.io;
