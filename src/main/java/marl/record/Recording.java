package marl.record;

import java.util.function.Consumer;
import tech.tablesaw.api.Table;

/** A named experiment over seeds. */
public interface Recording {
    /** What it is called on the command line and in lessons, for example {@code spread-curves}. */
    String name();

    /** What is run, with all settings that matter: one sentence or two. */
    String about();

    /** How many seeds it has unless told. */
    int seeds();

    /**
     * Runs it.
     *
     * @param seeds how many, from 1
     * @param progress is told in a line what has ended
     * @return one row for each measurement
     */
    Table run(int seeds, Consumer<String> progress);
}
