package kubenat.source;

import java.io.InputStream;

/** The bytes of a source one after the other, for readers that want a stream. */
public final class BytesInput extends InputStream {
    private final Bytes bytes;
    private long next;

    public BytesInput(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return next < bytes.length() ? bytes.at(next++) & 255 : -1;
    }

    @Override
    public int read(byte[] buffer, int start, int most) {
        if (most == 0) {
            return 0;
        }
        int count = (int) Math.min(most, bytes.length() - next);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(bytes.copy(next, next + count), 0, buffer, start, count);
        next += count;
        return count;
    }
}
