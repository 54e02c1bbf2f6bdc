package kubenat.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;

/** The process's standard output, in UTF-8; the first write that fails ends the command, and what is left goes nowhere. */
final class StandardOutput extends OutputStream {
    private final OutputStream bytes;
    private boolean lost;

    private StandardOutput(OutputStream bytes) {
        this.bytes = bytes;
    }

    static StandardOutput open() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    static PrintWriter over(OutputStream bytes) {
        return over(new StandardOutput(bytes));
    }

    /** For text, buffered until it is flushed. */
    static PrintWriter over(StandardOutput bytes) {
        return new PrintWriter(new ByteKeepingWriter(bytes));
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        if (lost) {
            return;
        }
        try {
            bytes.write(buffer, offset, length);
        } catch (IOException failure) {
            lost = true;
            throw new OutputException(failure);
        }
    }
}
