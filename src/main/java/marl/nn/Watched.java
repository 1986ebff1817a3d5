package marl.nn;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** A network's weights as doubles on the heap, and whether the network's have changed since they were read. */
final class Watched {
    private final double[] numbers;
    private final Look look;

    /** Compares with what was seen last, and takes over what is different. */
    private interface Look {
        boolean changed(double[] numbers);
    }

    Watched(Parameters parameters) {
        numbers = new double[parameters.size()];
        look = parameters.values instanceof Storage.Floats floats ? floats(floats) : doubles(parameters.values);
        look.changed(numbers);
    }

    boolean changed() {
        return look.changed(numbers);
    }

    double[] numbers() {
        return numbers;
    }

    private static Look floats(Storage.Floats live) {
        float[] seen = new float[live.size()];
        FloatBuffer known = FloatBuffer.wrap(seen);
        return numbers -> {
            if (live.buffer.mismatch(known) < 0) {
                return false;
            }
            live.buffer.get(0, seen);
            for (int i = 0; i < seen.length; i++) {
                numbers[i] = seen[i];
            }
            return true;
        };
    }

    private static Look doubles(Storage live) {
        DoubleBuffer buffer = live.array().data().asNioDouble();
        return new Look() {
            private final DoubleBuffer known = DoubleBuffer.allocate(live.size());

            @Override
            public boolean changed(double[] numbers) {
                if (buffer.mismatch(known) < 0) {
                    return false;
                }
                buffer.get(0, numbers, 0, live.size());
                known.put(0, numbers);
                return true;
            }
        };
    }
}
