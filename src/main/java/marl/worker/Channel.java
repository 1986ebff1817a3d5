package marl.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Messages over two streams: four bytes of length, then so many bytes. */
final class Channel {

    private final DataInputStream in;
    private final OutputStream out;

    Channel(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = out;
    }

    void send(ByteBuffer message) {
        try {
            out.write(message.array(), 0, message.limit());
            out.flush();
        } catch (IOException gone) {
            throw new ConnectionLostException();
        }
    }

    /**
     * Waits for a message.
     *
     * @throws ConnectionLostException if the other end is gone
     * @throws ProtocolViolationException if its length is impossible
     */
    ByteBuffer receive() {
        try {
            int length = in.readInt();
            if (length < 1 || length > Encoder.MOST) {
                throw new ProtocolViolationException("A message must not have " + length + " bytes.");
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new ConnectionLostException();
            }
            return ByteBuffer.wrap(bytes);
        } catch (IOException gone) {
            throw new ConnectionLostException();
        }
    }
}
