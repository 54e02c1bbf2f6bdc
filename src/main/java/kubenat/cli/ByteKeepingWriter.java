package kubenat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import kubenat.source.RawBytes;

/** Writes UTF-8, and {@link RawBytes} as the bytes that they stand for. */
final class ByteKeepingWriter extends Writer {
    private final OutputStream bytes;
    private final Writer text;
    private boolean afterHigh;

    ByteKeepingWriter(OutputStream bytes) {
        this.bytes = bytes;
        this.text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            char c = buffer[i];
            if (c < 0x80) {
                afterHigh = false;
                continue;
            }
            if (!afterHigh && RawBytes.isOne(c)) {
                text.write(buffer, from, i - from);
                text.flush();
                bytes.write(RawBytes.of(c));
                from = i + 1;
            }
            afterHigh = Character.isHighSurrogate(c);
        }
        text.write(buffer, from, offset + length - from);
    }

    @Override
    public void flush() throws IOException {
        text.flush();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
