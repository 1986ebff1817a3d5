package marl.worker;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import marl.exercise.Fixed;
import marl.exercise.Remote;
import marl.exercise.Routine;

/** Handles the calls of a proxy: sends them to an object at the other end. */
final class RemoteProxy implements InvocationHandler {

    private final Link link;
    private final int handle;
    private final Contract contract;
    private final List<Method> collected = new ArrayList<>();
    private final Map<Method, Object> fixed = new ConcurrentHashMap<>();
    private Encoder collecting;

    private RemoteProxy(Link link, int handle, Contract contract) {
        this.link = link;
        this.handle = handle;
        this.contract = contract;
    }

    static Object proxy(Link link, int handle, Contract contract) {
        Class<?>[] types = {contract.type(), Remote.class};
        return Proxy.newProxyInstance(contract.type().getClassLoader(), types, new RemoteProxy(link, handle, contract));
    }

    /** The handler behind a proxy, if the value stands for an object at the other end of this link; otherwise null. */
    static RemoteProxy of(Object value, Link link) {
        return Proxy.isProxyClass(value.getClass())
                        && Proxy.getInvocationHandler(value) instanceof RemoteProxy handler
                        && handler.link == link
                ? handler
                : null;
    }

    int handle() {
        return handle;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
        Object[] arguments = given == null ? new Object[0] : given;
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> contract.type().getSimpleName() + " in another process";
            };
        }
        if (method.getDeclaringClass() == Remote.class) {
            return method.getName().equals("run")
                    ? link.run(handle, (Routine<?, ?>) arguments[0])
                    : together((Runnable) arguments[0]);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        if (collecting == null) {
            return method.isAnnotationPresent(Fixed.class)
                    ? fixed.computeIfAbsent(method, m -> link.call(handle, contract, m, arguments))
                    : link.call(handle, contract, method, arguments);
        }
        collecting.number(contract.number(method));
        Link.arguments(collecting, method, arguments);
        collected.add(method);
        return nothing(method.getReturnType());
    }

    private Object[] together(Runnable calls) {
        Encoder message = new Encoder(link).begin(Message.CALLS);
        message.number(handle);
        collecting = message;
        collected.clear();
        try {
            calls.run();
        } finally {
            collecting = null;
        }
        return collected.isEmpty() ? new Object[0] : link.calls(List.copyOf(collected), message);
    }

    private static Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        if (type == double.class) {
            return 0.0;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == float.class) {
            return 0f;
        }
        return type == boolean.class ? false : null;
    }
}
