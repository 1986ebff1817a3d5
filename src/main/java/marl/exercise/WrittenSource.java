package marl.exercise;

import java.util.List;

/**
 * Where the source of an answer can be had: in a notebook, whose kernel keeps what was typed. Found with {@code
 * ServiceLoader}; where there is none, nothing is looked at.
 */
@FunctionalInterface
public interface WrittenSource {

    /**
     * What the student wrote and the running check reaches.
     *
     * @return the sources of the methods and classes that the check cell names, and of those that these name; empty where
     *     nothing is known
     */
    List<String> reached();
}
