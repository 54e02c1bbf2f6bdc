package kubenat.source;

import java.io.InputStream;

/** Bytes as a stream. */
final class BytesStream extends InputStream {
    private final Bytes bytes;
    private long next;

    BytesStream(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return next < bytes.length() ? bytes.at(next++) & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int count = (int) Math.min(length, bytes.length() - next);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(bytes.copy(next, next + count), 0, buffer, offset, count);
        next += count;
        return count;
    }
}
