package marl.worker;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import marl.exercise.AnswerFailed;

/** The arguments of a call, with the bytes they came in, to see afterwards which arrays were changed. */
final class Arguments {

    private final Method method;
    private final Object[] values;
    private final List<ByteBuffer> bytes;

    private Arguments(Method method, Object[] values, List<ByteBuffer> bytes) {
        this.method = method;
        this.values = values;
        this.bytes = bytes;
    }

    static Arguments read(Decoder message, Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] values = new Object[types.length];
        List<ByteBuffer> bytes = new ArrayList<>(types.length);
        for (int k = 0; k < types.length; k++) {
            int from = message.position();
            values[k] = message.value(types[k]);
            bytes.add(message.since(from));
            if (values[k] == null) {
                throw new AnswerFailed(
                        false, "NullPointerException", "Your code handed null to " + method.getName() + ".");
            }
        }
        return new Arguments(method, values, bytes);
    }

    Object[] values() {
        return values;
    }

    /** Writes how many arrays are no longer what they were, and each with its index. */
    void writeChanged(Encoder out, Link link) {
        List<Integer> changed = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            if (method.getParameterTypes()[k].isArray() && values[k] != null) {
                Encoder now = new Encoder(link).begin(Message.RESULT);
                now.value(method.getParameterTypes()[k], values[k]);
                if (!now.end().position(Integer.BYTES + 1).equals(bytes.get(k))) {
                    changed.add(k);
                }
            }
        }
        out.number(changed.size());
        for (int k : changed) {
            out.number(k);
            out.value(method.getParameterTypes()[k], values[k]);
        }
    }
}
