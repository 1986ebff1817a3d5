package marl.check;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A right answer that turns nasty after some calls: from then on it returns something else, often what is right but for one
 * element, and spoils the arrays it was given. So it gets past what a check looks at first.
 *
 * @param right the lesson's solution, or an object that it made
 * @param calls how many calls are still answered rightly, over all objects
 * @param random of all chance
 */
record TurningAnswer(Object right, AtomicInteger calls, SplittableRandom random) implements InvocationHandler {

    static <T> T of(Class<T> contract, T right, int calls, SplittableRandom random) {
        return contract.cast(proxy(contract, new TurningAnswer(right, new AtomicInteger(calls), random)));
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object result = call(method, arguments);
        Class<?> type = method.getReturnType();
        if (calls.getAndDecrement() > 0 || random.nextInt(4) == 0) {
            return type.isInterface() ? proxy(type, new TurningAnswer(result, calls, random)) : result;
        }
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            if (random.nextInt(4) == 0) {
                spoilt(argument.getClass(), argument);
            }
        }
        return type == void.class ? null : spoilt(type, result);
    }

    private Object call(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(right, arguments);
        } catch (InvocationTargetException thrown) {
            // What the solution makes of its own nonsense is the answer's fault.
            throw thrown.getCause() instanceof RuntimeException ? new NastyAnswer.Own() : thrown.getCause();
        }
    }

    /** Another value, or the same array with an element or a row that is spoilt. */
    private Object spoilt(Class<?> type, Object value) {
        if (value == null || !type.isArray() || Array.getLength(value) == 0 || random.nextInt(4) == 0) {
            return NastyValues.draw(type, random);
        }
        int k = random.nextInt(Array.getLength(value));
        Array.set(value, k, spoilt(type.getComponentType(), Array.get(value, k)));
        return value;
    }
}
