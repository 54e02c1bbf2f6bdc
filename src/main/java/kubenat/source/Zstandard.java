package kubenat.source;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks zstd; what its library throws of damaged data is an {@link IOException} here. */
final class Zstandard extends FilterInputStream {
    private Zstandard(InputStream unpacked) {
        super(unpacked);
    }

    static InputStream open(InputStream packed) throws IOException {
        try {
            return new Zstandard(new ZstdInputStream(packed));
        } catch (LinkageError | UnsupportedOperationException noUnsafe) {
            // The library needs jdk.unsupported, and memory access that Java 26 and later forbid unless they are told
            // otherwise.
            throw new IOException(
                    "this Java does not let zstd be unpacked: zstd -dc FILE | kube-nat … does it", noUnsafe);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (MalformedInputException | IndexOutOfBoundsException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
    }
}
