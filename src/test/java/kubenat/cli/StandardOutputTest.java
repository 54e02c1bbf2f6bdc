package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    @Test
    void writesUtf8WhateverTheLocale() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter out = StandardOutput.over(bytes);

        out.print("└ 日本\n");
        out.flush();

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("└ 日本\n");
    }

    @Test
    void failsOnceWhenNothingCanBeWritten() {
        PrintWriter out = StandardOutput.over(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        out.print("an answer\n");

        assertThatThrownBy(out::flush).isInstanceOf(OutputException.class).hasMessage("No space left on device");
        out.print("more\n");
        out.flush();
    }
}
