package marl.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Records taken apart and put together again. */
final class Records {

    private Records() {}

    static Object get(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException refused) {
            throw new ProtocolViolationException(
                    "A record of " + record.getClass().getSimpleName() + " cannot be read.");
        }
    }

    /**
     * Made by the record's own constructor, so what the record refuses is refused here.
     *
     * @throws ProtocolViolationException if the record refuses the values
     */
    static Object make(Class<?> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new ProtocolViolationException(type.getSimpleName() + " refuses its values: "
                    + refused.getCause().getMessage() + ".");
        } catch (ReflectiveOperationException broken) {
            throw new IllegalArgumentException(type.getName() + " cannot be made.", broken);
        }
    }
}
