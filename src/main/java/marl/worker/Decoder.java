package marl.worker;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads one message. Nothing is believed: every length is held against the bytes that are there. */
final class Decoder {

    private final Link link;
    private final ByteBuffer buffer;

    Decoder(Link link, ByteBuffer buffer) {
        this.link = link;
        this.buffer = buffer;
    }

    Message kind() {
        int number = take(1).get();
        if (number < 0 || number >= Message.values().length) {
            throw new ProtocolViolationException("A message is of no known kind.");
        }
        return Message.values()[number];
    }

    private ByteBuffer take(long bytes) {
        if (bytes < 0 || bytes > buffer.remaining()) {
            throw new ProtocolViolationException("A message ends too early.");
        }
        return buffer;
    }

    int number() {
        return take(Integer.BYTES).getInt();
    }

    boolean flag() {
        return take(1).get() != 0;
    }

    String text() {
        int length = number();
        take(length);
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean more() {
        return buffer.hasRemaining();
    }

    int position() {
        return buffer.position();
    }

    /** The bytes from a position up to here. */
    ByteBuffer since(int from) {
        return buffer.slice(from, buffer.position() - from);
    }

    /**
     * A value of a type. Null is read as null; who needs a value looks.
     *
     * @throws ProtocolViolationException if the bytes are no such value
     */
    Object value(Class<?> type) {
        try {
            return read(type);
        } catch (BufferUnderflowException short_) {
            throw new ProtocolViolationException("A message ends too early.");
        }
    }

    private Object read(Class<?> type) {
        if (type == void.class) {
            return null;
        }
        if (type == int.class) {
            return number();
        }
        if (type == double.class) {
            return buffer.getDouble();
        }
        if (type == long.class) {
            return buffer.getLong();
        }
        if (type == float.class) {
            return buffer.getFloat();
        }
        if (type == boolean.class) {
            return flag();
        }
        if (type.isArray()) {
            return array(type.getComponentType());
        }
        return flag() ? object(type) : null;
    }

    private Object array(Class<?> component) {
        int length = number();
        if (length == -1) {
            return null;
        }
        // The smallest element takes a byte, so a length beyond what remains is a lie.
        take(component == double.class ? (long) Double.BYTES * length : length);
        Object array = Array.newInstance(component, length);
        if (array instanceof double[] numbers) {
            buffer.asDoubleBuffer().get(numbers);
            buffer.position(buffer.position() + Double.BYTES * length);
        } else if (array instanceof int[] numbers) {
            take((long) Integer.BYTES * length).asIntBuffer().get(numbers);
            buffer.position(buffer.position() + Integer.BYTES * length);
        } else {
            for (int k = 0; k < length; k++) {
                Array.set(array, k, read(component));
            }
        }
        return array;
    }

    private Object object(Class<?> type) {
        if (type == String.class) {
            return text();
        }
        if (!type.isRecord()) {
            return link.readHandle(this, type);
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = read(components[k].getType());
        }
        return Records.make(type, values);
    }
}
