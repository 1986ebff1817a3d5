package marl.check;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marl.exercise.Remote;
import marl.exercise.Routine;

/**
 * An answer to any exercise that returns {@link NastyValues}, spoils the arrays it is given, asks the objects it is handed
 * nonsense, and now and then throws. The objects that it makes are of the same kind.
 *
 * @param choice which value is returned, counted through those of each type; -1 for another one in each call
 * @param manners what it does to its arguments
 * @param random of all chance
 * @param collected the results of calls that are being collected; empty if none are
 */
record NastyAnswer(int choice, Manners manners, SplittableRandom random, List<List<Object>> collected)
        implements InvocationHandler {

    /** What an answer does to what it is given. */
    enum Manners {
        /** Nothing. */
        LEAVES,
        /** Fills arrays with nasty elements. */
        SPOILS,
        /** Exchanges the first and the last element of arrays. */
        SWAPS,
        /** Returns its arguments where the types allow it, spoilt or not. */
        RETURNS,
        /** Asks the objects that it is handed. */
        ASKS,
        /** Throws after a while. */
        THROWS
    }

    /** What it throws. */
    static final class Own extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Own() {
            super("%s%d thrown by the answer itself ".repeat(1_000));
        }
    }

    static <T> T of(Class<T> contract, int choice, Manners manners, long seed) {
        return contract.cast(proxy(contract, choice, manners, new SplittableRandom(seed), false));
    }

    /** The same in another process, as far as a check can tell. */
    static <T> T remote(Class<T> contract, int choice, Manners manners, long seed) {
        return contract.cast(proxy(contract, choice, manners, new SplittableRandom(seed), true));
    }

    private static Object proxy(
            Class<?> contract, int choice, Manners manners, SplittableRandom random, boolean remote) {
        Class<?>[] types = remote ? new Class<?>[] {contract, Remote.class} : new Class<?>[] {contract};
        return Proxy.newProxyInstance(
                contract.getClassLoader(), types, new NastyAnswer(choice, manners, random, new ArrayList<>()));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) {
        if (method.getDeclaringClass() == Object.class) {
            throw new IllegalStateException("a check needs none of " + method);
        }
        Object[] arguments = given == null ? new Object[0] : given;
        if (method.getDeclaringClass() == Remote.class) {
            return method.getName().equals("run") ? outcome((Routine<?, ?>) arguments[0]) : together(arguments[0]);
        }
        if (manners == Manners.THROWS && random.nextInt(3) == 0) {
            throw new Own();
        }
        for (Object argument : arguments) {
            treat(argument);
        }
        Object value = result(method.getReturnType(), arguments, proxy);
        if (collected.isEmpty()) {
            return value;
        }
        collected.get(0).add(value);
        return NastyValues.nothing(method.getReturnType());
    }

    private Object result(Class<?> type, Object[] arguments, Object proxy) {
        for (Object argument : arguments) {
            if (manners == Manners.RETURNS && boxed(type).isInstance(argument)) {
                return argument;
            }
        }
        return value(type, proxy);
    }

    private Object value(Class<?> type, Object proxy) {
        if (type == void.class) {
            return null;
        }
        if (type.isInterface() && choice != 0 && random.nextInt(20) > 0) {
            return proxy(type, choice, manners, random, proxy instanceof Remote);
        }
        List<Object> values = NastyValues.of(type);
        return choice < 0 ? NastyValues.draw(type, random) : values.get(choice % values.size());
    }

    private void treat(Object argument) {
        if (argument.getClass().isArray()) {
            spoil(argument);
        } else if (manners == Manners.ASKS) {
            for (Class<?> type : argument.getClass().getInterfaces()) {
                for (Method method : type.getName().startsWith("marl.") ? type.getMethods() : new Method[0]) {
                    ask(argument, method);
                }
            }
        }
    }

    private void ask(Object object, Method method) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> NastyValues.draw(type, random))
                .toArray();
        try {
            method.setAccessible(true);
            method.invoke(object, arguments);
        } catch (InvocationTargetException thrown) {
            throw (RuntimeException) thrown.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void spoil(Object array) {
        int length = Array.getLength(array);
        if (length == 0 || manners == Manners.LEAVES) {
            return;
        }
        if (manners == Manners.SWAPS) {
            Object first = Array.get(array, 0);
            Array.set(array, 0, Array.get(array, length - 1));
            Array.set(array, length - 1, first);
        } else if (manners != Manners.RETURNS || random.nextBoolean()) {
            Array.set(
                    array,
                    random.nextInt(length),
                    NastyValues.draw(array.getClass().getComponentType(), random));
        }
    }

    private Object[] together(Object calls) {
        List<Object> results = new ArrayList<>();
        collected.add(results);
        ((Runnable) calls).run();
        collected.clear();
        return results.toArray();
    }

    private Record outcome(Routine<?, ?> routine) {
        RecordComponent[] components = routine.result().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types).map(type -> value(type, this)).toArray();
        try {
            return routine.result().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
