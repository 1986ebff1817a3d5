package marl.check;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import marl.exercise.Fixed;

/**
 * Remembers what a check asks of an answer: all arguments but seeds, as a number that differs when they differ. Where a method
 * gets an object and no seed, what the object says counts as well; with a seed it says what the answer drew.
 */
final class Recorder {

    /** Two runs that have not differed after so many calls are taken to be the same. */
    private static final int ENOUGH = 20_000;

    private long digest;
    private int calls;

    /** Ends a run of which enough is known. */
    static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    long digest() {
        return digest;
    }

    /** The same answer, listened to. */
    <T> T listenTo(Class<T> contract, T answer) {
        return contract.cast(proxy(contract, (proxy, method, arguments) -> ask(answer, method, arguments)));
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private Object ask(Object answer, Method method, Object[] given) throws Throwable {
        if (++calls > ENOUGH) {
            throw new EnoughException();
        }
        Parameter[] parameters = method.getParameters();
        boolean seeded = Arrays.stream(parameters).anyMatch(p -> p.getName().equals("seed"));
        Object[] arguments = given == null ? new Object[0] : given.clone();
        hear(method.getName());
        for (int k = 0; k < arguments.length; k++) {
            Class<?> type = parameters[k].getType();
            if (type.isInterface()) {
                Object object = arguments[k];
                arguments[k] = proxy(type, (proxy, asked, values) -> handed(object, asked, values, seeded));
            } else if (!parameters[k].getName().equals("seed")) {
                hear(arguments[k]);
            }
        }
        Object result = call(answer, method, arguments);
        return method.getReturnType().isInterface() ? listen(method.getReturnType(), result) : result;
    }

    private <T> T listen(Class<T> contract, Object made) {
        return listenTo(contract, contract.cast(made));
    }

    private Object handed(Object object, Method asked, Object[] values, boolean seeded) throws Throwable {
        Object result = call(object, asked, values);
        if (!seeded || asked.isAnnotationPresent(Fixed.class)) {
            hear(result);
        }
        return result;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void hear(Object value) {
        digest = 0x9E3779B97F4A7C15L * (digest ^ Arrays.deepHashCode(new Object[] {value})) + (digest >>> 29);
    }
}
