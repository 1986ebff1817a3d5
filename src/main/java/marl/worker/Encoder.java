package marl.worker;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes one message: a kind, then values, each by the type that the contract declares for it. */
final class Encoder {

    /** The longest message, in bytes. */
    static final int MOST = 8 << 20;

    private final Link link;
    private ByteBuffer buffer = ByteBuffer.allocate(256);

    Encoder(Link link) {
        this.link = link;
    }

    /** Starts a message. Its first four bytes are its length, filled in at the end. */
    Encoder begin(Message kind) {
        buffer.clear();
        buffer.putInt(0).put((byte) kind.ordinal());
        return this;
    }

    /** The finished message. */
    ByteBuffer end() {
        buffer.putInt(0, buffer.position() - Integer.BYTES);
        return buffer.flip();
    }

    private ByteBuffer room(long bytes) {
        long needed = buffer.position() + bytes;
        if (needed > MOST) {
            throw new ProtocolViolationException("One value has more than " + MOST / (1 << 20) + " million bytes.");
        }
        if (needed > buffer.capacity()) {
            int size = (int) Math.min(MOST, Math.max(needed, 2L * buffer.capacity()));
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), size)).position(buffer.position());
        }
        return buffer;
    }

    void number(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void flag(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
    }

    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + (long) bytes.length).putInt(bytes.length).put(bytes);
    }

    void value(Class<?> type, Object value) {
        if (type == void.class) {
            return;
        }
        if (type == int.class) {
            number((int) value);
        } else if (type == double.class) {
            room(Double.BYTES).putDouble((double) value);
        } else if (type == long.class) {
            room(Long.BYTES).putLong((long) value);
        } else if (type == float.class) {
            room(Float.BYTES).putFloat((float) value);
        } else if (type == boolean.class) {
            flag((boolean) value);
        } else if (type.isArray()) {
            array(type.getComponentType(), value);
        } else if (value == null) {
            flag(false);
        } else {
            flag(true);
            object(type, value);
        }
    }

    private void array(Class<?> component, Object array) {
        number(array == null ? -1 : Array.getLength(array));
        if (array instanceof double[] numbers) {
            room((long) Double.BYTES * numbers.length).asDoubleBuffer().put(numbers);
            buffer.position(buffer.position() + Double.BYTES * numbers.length);
        } else if (array instanceof int[] numbers) {
            room((long) Integer.BYTES * numbers.length).asIntBuffer().put(numbers);
            buffer.position(buffer.position() + Integer.BYTES * numbers.length);
        } else if (array != null) {
            for (int k = 0; k < Array.getLength(array); k++) {
                value(component, Array.get(array, k));
            }
        }
    }

    private void object(Class<?> type, Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                value(component.getType(), Records.get(component, value));
            }
        } else {
            link.writeHandle(this, type, value);
        }
    }
}
