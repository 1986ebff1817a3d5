package marl.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import marl.exercise.AnswerFailed;
import marl.exercise.CounterExample;
import marl.exercise.Routine;

/** Answers the calls of the other end. */
final class Service {

    private static final String ROUTINES = "marl.exercise.";

    private final Link link;
    private final ObjectTable handles;
    private final Link.Preparer preparer;
    private String exercise = "";
    private int underWay;
    private boolean served;

    Service(Link link, ObjectTable handles, Link.Preparer preparer) {
        this.link = link;
        this.handles = handles;
        this.preparer = preparer;
    }

    /**
     * Refuses calls of a student's threads that outlive the call they were started in: nobody listens then.
     *
     * @throws IllegalStateException if no call is being answered
     */
    void mayCall() {
        synchronized (link) {
            if (served && underWay == 0) {
                throw new IllegalStateException(
                        "The call that this object belonged to is over; use it only during the call.");
            }
        }
    }

    void answer(Decoder message) {
        served = true;
        switch (message.kind()) {
            case CALL -> call(message);
            case CALLS -> reply(out -> calls(message, out));
            case ROUTINE -> reply(out -> routine(message, out));
            case PREPARE -> reply(out -> prepare(message, out));
            default -> throw new ProtocolViolationException("A message came out of turn.");
        }
    }

    /** Something that may fail and writes its result. */
    private interface Work {
        void into(Encoder out) throws Throwable;
    }

    void call(Decoder message) {
        reply(out -> {
            int handle = message.number();
            Method method = method(handle, message.number());
            Arguments arguments = Arguments.read(message, method);
            Object result = invoke(handles.object(handle), method, arguments.values());
            out.value(method.getReturnType(), result);
            arguments.writeChanged(out, link);
        });
    }

    private void calls(Decoder message, Encoder out) throws Throwable {
        int handle = message.number();
        while (message.more()) {
            Method method = method(handle, message.number());
            Arguments arguments = Arguments.read(message, method);
            out.value(method.getReturnType(), invoke(handles.object(handle), method, arguments.values()));
        }
    }

    private void prepare(Decoder message, Encoder out) {
        Preparation preparation = (Preparation) message.value(Preparation.class);
        handles.clear();
        exercise = preparation.exercise();
        Object answer = preparer.prepare(preparation);
        out.value(preparation.contractType(), answer);
    }

    private void routine(Decoder message, Encoder out) throws Throwable {
        Object answer = handles.object(message.number());
        Class<?> type = Class.forName(message.text());
        if (!type.getName().startsWith(ROUTINES) || !type.isRecord() || !Routine.class.isAssignableFrom(type)) {
            throw new ProtocolViolationException(type.getName() + " is not a routine.");
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = message.value(components[k].getType());
        }
        Routine<?, ?> routine = (Routine<?, ?>) Records.make(type, values);
        Method run = Routine.class.getMethod("run", Object.class);
        out.value(routine.result(), invoke(routine, run, new Object[] {answer}));
    }

    private Method method(int handle, int number) {
        List<Method> methods = Contract.of(handles.type(handle)).methods();
        if (number < 0 || number >= methods.size()) {
            throw new ProtocolViolationException("There is no method number " + number + ".");
        }
        return methods.get(number);
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void reply(Work work) {
        synchronized (link) {
            underWay++;
        }
        Encoder out = new Encoder(link).begin(Message.RESULT);
        try {
            work.into(out);
        } catch (ConnectionLostException gone) {
            throw gone;
        } catch (Throwable thrown) {
            RuntimeException blamed = served ? null : blamed(thrown);
            AnswerFailed failed = (served ? thrown : blamed) instanceof AnswerFailed known
                    ? known
                    : AnswerFailed.of(thrown, exercise);
            if (blamed != null) {
                link.keep(blamed, cut(failed.getMessage()));
            }
            out.begin(Message.FAILURE);
            out.flag(failed.stub());
            out.text(cut(failed.kind()));
            out.text(cut(failed.getMessage()));
        }
        synchronized (link) {
            underWay--;
            link.send(out.end());
        }
    }

    /**
     * What the judge's own object threw when the answer called it. A counter-example is the check's verdict; anything else
     * means that the answer asked for something impossible.
     */
    private static RuntimeException blamed(Throwable thrown) {
        if (thrown instanceof CounterExample || thrown instanceof AnswerFailed) {
            return (RuntimeException) thrown;
        }
        String kind = thrown.getClass().getSimpleName();
        return new AnswerFailed(false, kind, "Your code asked for something impossible (" + kind + ").");
    }

    private static String cut(String text) {
        return text.length() <= 4_000 ? text : text.substring(0, 4_000) + " ...";
    }
}
