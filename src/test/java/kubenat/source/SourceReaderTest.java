package kubenat.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class SourceReaderTest {
    private static final String DUMP = "*nat\n-A PREROUTING -j X\nCOMMIT\n";

    @TempDir
    private Path folder;

    @Test
    void readsAFile() throws Exception {
        String name = write("nodeport.rules", DUMP.getBytes(StandardCharsets.UTF_8));

        SourceText source = reader("").read(name);

        assertThat(source.name()).isEqualTo(name);
        assertThat(source.line(2)).isEqualTo("-A PREROUTING -j X");
    }

    @Test
    void readsStandardInput() throws Exception {
        SourceText source = reader(DUMP).read("-");

        assertThat(source.name()).isEqualTo("<stdin>");
        assertThat(source.line(1)).isEqualTo("*nat");
    }

    @Test
    void unpacksGzipFromFileAndPipe() throws Exception {
        byte[] packed = gzip(DUMP);

        assertThat(reader("").read(write("dump.gz", packed)).line(2)).isEqualTo("-A PREROUTING -j X");
        assertThat(new SourceReader(new ByteArrayInputStream(packed)).read("-").line(3))
                .isEqualTo("COMMIT");
    }

    @Test
    void readsWhatPowerShellWrites() throws Exception {
        String name = write("windows.txt", ("\uFEFF" + DUMP).getBytes(StandardCharsets.UTF_16LE));

        assertThat(reader("").read(name).line(2)).isEqualTo("-A PREROUTING -j X");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(textBlock = """
            # first bytes,        what it says
            ffd8ffe000104a464946, 'is a JPEG image, not a dump'
            89504e470d0a1a0a,     'is a PNG image, not a dump'
            fd377a585a000004,     damaged xz
            2a6e61740a000a,       'is binary data, not a dump'
            '',                   is empty
            1f8b0800deadbeef,     damaged gzip
            """)
    void saysInOneLineWhatIsNoDump(String hex, String message) throws IOException {
        String name = write("thing", HexFormat.of().parseHex(hex));

        assertThatThrownBy(() -> reader("").read(name))
                .isInstanceOf(DumpException.class)
                .hasMessage(name + ": " + message);
        assertThatThrownBy(() -> new SourceReader(Files.newInputStream(Path.of(name))).read("-"))
                .hasMessage("<stdin>: " + message);
    }

    @Test
    void namesTheFileThatWasMeant() throws IOException {
        String name = write("nodeport.rules", new byte[0]);

        assertThatThrownBy(() -> reader("").read(name.replace("port", "prot")))
                .hasMessage(name.replace("port", "prot") + ": no such file")
                .satisfies(e -> assertThat(((DumpException) e).help()).contains("did you mean " + name + "?"));
        assertThatThrownBy(() -> reader("").read(folder + "/other"))
                .hasMessage(folder + "/other: no such file")
                .satisfies(e -> assertThat(((DumpException) e).help()).isEmpty());
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> reader("").read(folder.toString())).hasMessage(folder + ": is a directory");
    }

    @Test
    void saysWhyAPipeBroke() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset\nby peer");
            }
        };

        assertThatThrownBy(() -> new SourceReader(broken).read("-"))
                .hasMessage("<stdin>: cannot be read: connection reset");
    }

    private static SourceReader reader(String standardInput) {
        return new SourceReader(new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)));
    }

    private String write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    @Test
    void readsXzFiles() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (XZOutputStream out = new XZOutputStream(packed, new LZMA2Options())) {
            out.write(DUMP.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(reader("").read(write("dump.xz", packed.toByteArray())).line(2))
                .isEqualTo("-A PREROUTING -j X");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
