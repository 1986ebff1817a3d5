package marl.nn;

import java.util.ArrayList;
import java.util.List;

/** Matrices to be used again in the next step of a tape, on one shelf for each shape, and choices of columns. */
final class Pool {
    private final Kernels kernels;
    private final List<Shelf> shelves = new ArrayList<>();
    private final List<int[]> choices = new ArrayList<>();
    private int choicesTaken;

    Pool(Kernels kernels) {
        this.kernels = kernels;
    }

    /** A matrix that nobody else uses until {@link #takeBackAll}; what it holds is left over. */
    Storage take(int rows, int columns) {
        Shelf shelf = shelf(rows, columns);
        if (shelf.taken == shelf.matrices.size()) {
            shelf.matrices.add(kernels.allocate(rows, columns));
        }
        return shelf.matrices.get(shelf.taken++);
    }

    /** Room for n choices of columns, nobody else's until {@link #takeBackAll}. Steps ask for the same lengths in turn. */
    int[] choices(int n) {
        if (choicesTaken == choices.size()) {
            choices.add(new int[n]);
        }
        if (choices.get(choicesTaken).length != n) {
            choices.set(choicesTaken, new int[n]);
        }
        return choices.get(choicesTaken++);
    }

    void takeBackAll() {
        choicesTaken = 0;
        for (int i = 0; i < shelves.size(); i++) {
            shelves.get(i).taken = 0;
        }
    }

    /** Gives the memory of all matrices back. */
    void release() {
        shelves.clear();
        kernels.release();
    }

    private Shelf shelf(int rows, int columns) {
        for (int i = 0; i < shelves.size(); i++) {
            Shelf s = shelves.get(i);
            if (s.rows == rows && s.columns == columns) {
                return s;
            }
        }
        Shelf fresh = new Shelf(rows, columns);
        shelves.add(fresh);
        return fresh;
    }

    private static final class Shelf {
        final int rows;
        final int columns;
        final List<Storage> matrices = new ArrayList<>();
        int taken;

        Shelf(int rows, int columns) {
            this.rows = rows;
            this.columns = columns;
        }
    }
}
