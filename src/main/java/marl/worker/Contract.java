package marl.worker;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The methods of a contract interface in an order that both ends of the pipe agree on. Only types that can be checked value
 * by value are carried: primitives, strings, arrays and records of these, and other contract interfaces as handles.
 *
 * @param type the interface
 * @param methods its abstract methods, sorted by name and parameter types
 */
public record Contract(Class<?> type, List<Method> methods) {

    private static final ClassValue<Contract> KNOWN = new ClassValue<>() {
        @Override
        protected Contract computeValue(Class<?> type) {
            return read(type);
        }
    };

    /**
     * The contract of an interface.
     *
     * @param type an interface of the room {@code exercise}
     * @return its methods
     * @throws IllegalArgumentException if a method uses a type that cannot be carried
     */
    public static Contract of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static Contract read(Class<?> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(type.getName() + " is not an interface.");
        }
        List<Method> methods = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                carried(method.getReturnType(), method);
                for (Class<?> parameter : method.getParameterTypes()) {
                    carried(parameter, method);
                }
                methods.add(method);
            }
        }
        methods.sort(Comparator.comparing(Method::getName).thenComparing(m -> Arrays.toString(m.getParameterTypes())));
        return new Contract(type, List.copyOf(methods));
    }

    private static void carried(Class<?> type, Method method) {
        Class<?> inner = type;
        while (inner.isArray()) {
            inner = inner.getComponentType();
        }
        boolean plain = inner.isPrimitive() && inner != char.class && inner != byte.class && inner != short.class;
        if (inner.isRecord()) {
            for (RecordComponent component : inner.getRecordComponents()) {
                carried(component.getType(), method);
            }
        } else if (!plain && inner != String.class && !isContract(inner)) {
            throw new IllegalArgumentException(method + " uses " + type.getName()
                    + ", which a contract must not; use primitives, String, arrays and records.");
        }
    }

    /** Whether values of this type are carried as handles. */
    static boolean isContract(Class<?> type) {
        return type.isInterface() && type.getName().startsWith("marl.");
    }

    /**
     * The number of a method.
     *
     * @throws IllegalArgumentException if the contract has no such method
     */
    int number(Method method) {
        for (int k = 0; k < methods.size(); k++) {
            Method known = methods.get(k);
            if (known.getName().equals(method.getName())
                    && Arrays.equals(known.getParameterTypes(), method.getParameterTypes())) {
                return k;
            }
        }
        throw new IllegalArgumentException(method + " is not part of " + type.getName() + ".");
    }
}
