package marl.worker;

import java.util.ArrayList;
import java.util.List;

/** The objects of this end that the other end may call, known there by number. */
final class ObjectTable {

    /** More than any exercise needs; an answer that makes objects without end stops here. */
    private static final int MOST = 200_000;

    private final List<Object> objects = new ArrayList<>();
    private final List<Class<?>> types = new ArrayList<>();

    /**
     * The number of an object. Most calls pass the same few objects again and again: the last ones are looked at first.
     *
     * @throws ProtocolViolationException if the other end was given too many objects
     */
    int number(Object object, Class<?> type) {
        for (int k = objects.size() - 1; k >= Math.max(0, objects.size() - 16); k--) {
            if (objects.get(k) == object && types.get(k) == type) {
                return k;
            }
        }
        if (objects.size() >= MOST) {
            throw new ProtocolViolationException("More than " + MOST + " objects were handed over.");
        }
        objects.add(object);
        types.add(type);
        return objects.size() - 1;
    }

    Object object(int number) {
        check(number);
        return objects.get(number);
    }

    Class<?> type(int number) {
        check(number);
        return types.get(number);
    }

    private void check(int number) {
        if (number < 0 || number >= objects.size()) {
            throw new ProtocolViolationException("There is no object number " + number + ".");
        }
    }

    void clear() {
        objects.clear();
        types.clear();
    }
}
