package marl.worker;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import marl.exercise.AnswerFailed;
import marl.exercise.Routine;

/**
 * One end of a conversation in which each end may call objects of the other. One call is under way at a time; while it is,
 * the end that waits answers calls the other way. Both ends have the same code and neither believes the other: what comes in
 * is read by the types of the contract, with every length checked.
 */
public final class Link {

    private final Channel channel;
    private final Service service;
    private final ObjectTable handles = new ObjectTable();
    private RuntimeException thrownHere;
    private String toldAbout = "";
    private volatile long questions;
    private volatile boolean waiting;

    /**
     * An end.
     *
     * @param in from the other end
     * @param out to the other end
     * @param prepare answers {@link #prepare}; the judge's end refuses
     */
    public Link(InputStream in, OutputStream out, Preparer prepare) {
        channel = new Channel(in, out);
        service = new Service(this, handles, prepare);
    }

    /** Makes the object that a {@link Preparation} describes. */
    @FunctionalInterface
    public interface Preparer {
        /**
         * Makes it.
         *
         * @param preparation what to make
         * @return an object of the exercise's contract
         * @throws AnswerFailed if the student's text cannot be used
         */
        Object prepare(Preparation preparation);
    }

    /** Answers calls until the other end is gone. */
    public void serve() {
        try {
            while (true) {
                service.answer(receive());
            }
        } catch (ConnectionLostException done) {
            // The judge has no more questions.
        }
    }

    /**
     * Has the other end make the object of an answer.
     *
     * @param preparation what to make
     * @param contract the exercise's contract
     * @param <T> the contract
     * @return a proxy for the object
     * @throws AnswerFailed if the answer cannot be used
     * @throws ConnectionLostException if the other end is gone
     * @throws ProtocolViolationException if it breaks the rules
     */
    public synchronized <T> T prepare(Preparation preparation, Class<T> contract) {
        handles.clear();
        Encoder message = new Encoder(this).begin(Message.PREPARE);
        message.value(Preparation.class, preparation);
        Decoder result = converse(message);
        return contract.cast(required(result.value(contract), "no answer"));
    }

    /**
     * How many calls were made so far; grows by one when a call begins.
     *
     * @return the number
     */
    public long questions() {
        return questions;
    }

    /**
     * Whether a call is under way.
     *
     * @return true while the other end owes a result
     */
    public boolean isWaiting() {
        return waiting;
    }

    /**
     * Makes one call, and copies back what the other end changed in the arrays.
     *
     * @throws ProtocolViolationException if what comes back cannot be
     */
    synchronized Object call(int handle, Contract contract, Method method, Object[] arguments) {
        service.mayCall();
        Encoder message = new Encoder(this).begin(Message.CALL);
        message.number(handle);
        message.number(contract.number(method));
        arguments(message, method, arguments);
        Decoder result = converse(message);
        Object value = value(result, method);
        for (int changed = result.number(); changed > 0; changed--) {
            int index = result.number();
            if (index < 0 || index >= arguments.length || !method.getParameterTypes()[index].isArray()) {
                throw new ProtocolViolationException("A changed argument is none of the call's.");
            }
            WriteBack.copy(result.value(method.getParameterTypes()[index]), arguments[index]);
        }
        return value;
    }

    static void arguments(Encoder message, Method method, Object[] arguments) {
        for (int k = 0; k < method.getParameterCount(); k++) {
            message.value(method.getParameterTypes()[k], arguments[k]);
        }
    }

    private static Object value(Decoder result, Method method) {
        Object value = result.value(method.getReturnType());
        return method.getReturnType() == void.class ? null : required(value, method.getName());
    }

    private static Object required(Object value, String what) {
        if (value == null
                || value instanceof Object[] rows && Arrays.asList(rows).contains(null)) {
            throw new AnswerFailed(
                    false,
                    "NullPointerException",
                    "Your code returned null, or an array with null in it, from " + what + ".");
        }
        return value;
    }

    /** Makes collected calls, none of which changes its arguments for us. */
    synchronized Object[] calls(List<Method> methods, Encoder message) {
        service.mayCall();
        Decoder results = converse(message);
        Object[] values = new Object[methods.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = value(results, methods.get(k));
        }
        return values;
    }

    synchronized <R extends Record> R run(int handle, Routine<?, R> routine) {
        service.mayCall();
        Encoder message = new Encoder(this).begin(Message.ROUTINE);
        message.number(handle);
        message.text(routine.getClass().getName());
        for (RecordComponent component : routine.getClass().getRecordComponents()) {
            message.value(component.getType(), Records.get(component, routine));
        }
        return routine.result().cast(required(converse(message).value(routine.result()), "the training"));
    }

    /** Sends a message and answers calls until its result comes. */
    private Decoder converse(Encoder message) {
        questions = questions + 1;
        waiting = true;
        try {
            channel.send(message.end());
            return result();
        } finally {
            waiting = false;
        }
    }

    private Decoder result() {
        while (true) {
            Decoder reply = receive();
            switch (reply.kind()) {
                case RESULT -> {
                    return reply;
                }
                case FAILURE -> throw failure(reply);
                case CALL -> service.call(reply);
                default -> throw new ProtocolViolationException("A message came out of turn.");
            }
        }
    }

    private RuntimeException failure(Decoder reply) {
        AnswerFailed failed = new AnswerFailed(reply.flag(), reply.text(), reply.text());
        // An answer may have caught what an object of this end threw, and failed later for a reason of its own.
        RuntimeException own = toldAbout.equals(failed.getMessage()) ? thrownHere : null;
        thrownHere = null;
        return own != null ? own : failed;
    }

    /** Keeps what an object of this end threw, so that it arrives when the other end's call fails because of it. */
    void keep(RuntimeException thrown, String told) {
        thrownHere = thrown;
        toldAbout = told;
    }

    Decoder receive() {
        return new Decoder(this, channel.receive());
    }

    synchronized void send(ByteBuffer message) {
        channel.send(message);
    }

    void writeHandle(Encoder message, Class<?> type, Object value) {
        RemoteProxy theirs = RemoteProxy.of(value, this);
        message.flag(theirs == null);
        message.number(theirs == null ? handles.number(value, type) : theirs.handle());
    }

    Object readHandle(Decoder message, Class<?> type) {
        if (message.flag()) {
            return RemoteProxy.proxy(this, message.number(), Contract.of(type));
        }
        Object own = handles.object(message.number());
        if (!type.isInstance(own)) {
            throw new ProtocolViolationException("An object is of another kind than " + type.getSimpleName() + ".");
        }
        return own;
    }
}
