package kubenat.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import kubenat.source.RawBytes;

/** Bytes for a caller who gave a writer of text only: each as {@link RawBytes} has it. */
final class RawOutput extends OutputStream {
    private final PrintWriter out;

    RawOutput(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        out.print(RawBytes.keep(new String(bytes, offset, length, StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void flush() {
        out.flush();
    }
}
