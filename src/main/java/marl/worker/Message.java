package marl.worker;

/** The kinds of messages; their order is part of the protocol. */
enum Message {
    /** Handle, method, arguments. */
    CALL,
    /** Handle, number of calls, then method and arguments of each. */
    CALLS,
    /** Handle, name of a routine, its components. */
    ROUTINE,
    /** The text of what should be prepared; see {@link Preparation}. */
    PREPARE,
    /** The result of a call, and the arrays that it changed. */
    RESULT,
    /** A call failed: whether it was the stub, kind, explanation. */
    FAILURE
}
