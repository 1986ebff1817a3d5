package marl.worker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import marl.exercise.AnswerFailed;

/**
 * Makes the object of an answer: runs the answer cell and then the check cell, which hands the object over. Names from
 * elsewhere in the notebook are looked for only when the answer needs them, so no other cell can do harm.
 */
final class AnswerMaker implements Link.Preparer {

    private static final int MOST_NAMES = 60;

    private final AnswerShell shell;
    private final Imports imports;

    AnswerMaker(AnswerShell shell) {
        this.shell = shell;
        imports = new Imports(shell);
    }

    @Override
    public Object prepare(Preparation preparation) {
        Receiver.clear();
        imports.take(List.of(preparation.imports()), preparation.answer() + "\n" + preparation.check());
        Set<String> looked = new HashSet<>();
        run(preparation.answer(), preparation, looked);
        List<String> missing = shell.unresolved();
        while (supply(missing, preparation, looked)) {
            missing = shell.unresolved();
        }
        List<String> unknown = run(preparation.check(), preparation, looked);
        if (!unknown.isEmpty()) {
            throw new AnswerFailed(
                    false,
                    "CompileError",
                    "Your answer does not declare what the exercise asks for, or with other types: " + unknown + ".");
        }
        return Receiver.take(preparation.exercise(), preparation.contractType())
                .orElseThrow(() -> new AnswerFailed(
                        false,
                        "NoAnswer",
                        "Your answer hides a name that the course needs, such as Check: give it another name."));
    }

    /** Runs a cell, again after each name that could be supplied. */
    private List<String> run(String cell, Preparation preparation, Set<String> looked) {
        List<String> unknown = shell.run(cell);
        while (supply(unknown, preparation, looked)) {
            unknown = shell.run(cell);
        }
        if (!unknown.isEmpty() && cell.equals(preparation.answer())) {
            throw new AnswerFailed(
                    false,
                    "CompileError",
                    "Your answer does not compile: it uses names that do not exist: " + String.join(", ", unknown)
                            + ".");
        }
        return unknown;
    }

    /** Runs declarations of the notebook that have these names; whether there was one. */
    private boolean supply(List<String> names, Preparation preparation, Set<String> looked) {
        boolean supplied = false;
        for (String name : names) {
            if (looked.size() < MOST_NAMES && looked.add(name)) {
                supplied |= supply(name, preparation.others(), preparation, looked)
                        || supply(name, preparation.cells(), preparation, looked);
            }
        }
        return supplied;
    }

    private boolean supply(String name, String[] cells, Preparation preparation, Set<String> looked) {
        for (String cell : cells) {
            String declaration = shell.declaration(name, cell);
            if (!declaration.isEmpty()) {
                imports.take(List.of(preparation.imports()), declaration);
                try {
                    return run(declaration, preparation, looked).isEmpty();
                } catch (AnswerFailed broken) {
                    return false;
                }
            }
        }
        return false;
    }
}
