package marl.worker;

import java.lang.reflect.Array;

/** Copies a changed array into the caller's, so that a call over the pipe changes what a call here would have changed. */
final class WriteBack {

    private WriteBack() {}

    static void copy(Object from, Object into) {
        if (from == null || into == null || Array.getLength(from) != Array.getLength(into)) {
            throw new ProtocolViolationException("A changed argument has another length.");
        }
        for (int k = 0; k < Array.getLength(from); k++) {
            Object element = Array.get(from, k);
            Object there = Array.get(into, k);
            boolean sameRow = element != null
                    && there != null
                    && element.getClass().isArray()
                    && Array.getLength(element) == Array.getLength(there);
            if (sameRow) {
                copy(element, there);
            } else {
                Array.set(into, k, element);
            }
        }
    }
}
