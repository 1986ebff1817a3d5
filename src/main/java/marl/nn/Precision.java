package marl.nn;

/**
 * The two backends of all arithmetic in this room. Networks, losses and optimisers are written once; only the elementary
 * operations beneath them exist twice, and tests hold the two together to 1e-5.
 */
public enum Precision {
    /** 32-bit numbers, fused loops, and pointer calls into the OpenBLAS that ND4J brings: the fast path. */
    SINGLE,
    /** 64-bit numbers by plain ND4J calls: the reference, tens of times slower, and the fallback on odd machines. */
    DOUBLE;

    /** SINGLE where OpenBLAS can be called by pointer, else DOUBLE. ND4J is loaded by the calling thread. */
    public static Precision best() {
        return OpenBlas.available() ? SINGLE : DOUBLE;
    }

    /** Fresh kernels with scratch memory of their own; they serve one thread at a time. */
    Kernels kernels() {
        return this == SINGLE ? new FusedFloat() : new PlainDouble();
    }
}
