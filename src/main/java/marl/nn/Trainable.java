package marl.nn;

import java.nio.file.Path;
import java.util.List;

/** Something with weights: a network, or several networks that are trained, copied and saved together. */
public interface Trainable {
    /** Its weights, one block for each part, always in the same order. */
    List<Parameters> parameters();

    /**
     * Takes over the source's weights: a hard target update.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    default void copyFrom(Trainable source) {
        moveTowards(source, 1);
    }

    /**
     * Moves the weights a little: w = tau w_source + (1 - tau) w, a Polyak or soft target update (Lillicrap et al.
     * 2016, algorithm 1).
     *
     * @throws IllegalArgumentException if the shapes differ or tau is not in [0, 1]
     */
    default void moveTowards(Trainable source, double tau) {
        if (!(tau >= 0 && tau <= 1)) {
            throw new IllegalArgumentException("Tau is a share in [0, 1], but got " + tau + ".");
        }
        List<Parameters> from = source.parameters();
        List<Parameters> to = parameters();
        if (from.size() != to.size()) {
            throw new IllegalArgumentException("Networks must have the same parts to be copied, but one has "
                    + from.size() + " and the other " + to.size() + ".");
        }
        for (int i = 0; i < to.size(); i++) {
            to.get(i).mix(from.get(i), tau);
        }
    }

    /** How many weights there are. */
    default int size() {
        return parameters().stream().mapToInt(Parameters::size).sum();
    }

    /**
     * Writes all weights to a file, see {@link WeightFile}; an older file stays whole until the new one is.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    default void save(Path file) {
        WeightFile.write(file, parameters());
    }

    /**
     * Reads weights that {@link #save} wrote.
     *
     * @throws IllegalArgumentException if the file is damaged, foreign, of a newer version or from a network of another shape; it changes nothing
     */
    default void load(Path file) {
        WeightFile.read(file, parameters());
    }
}
