package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kubenat.source.SourceReader;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same as {@link ReplayTest}, of every dump beside the repository. */
class ReplayIT {
    @ParameterizedTest
    @ValueSource(strings = {"corpus/cases", "corpus/odd", "corpus/extensions", "corpus/thirdparty", "oracle/out"})
    void saysOfEveryDumpWhatTheGrammarSays(String folder) throws Exception {
        for (Path file : files(SharedFiles.at(folder))) {
            new FullParses(new SourceReader(InputStream.nullInputStream()).read(file.toString())).compare();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube-proxy-500x4", "kube-proxy-5000x10-comments"})
    void readsNearlyAllRulesOfKubeProxyByReplay(String name) throws Exception {
        Path dump = SharedFiles.at("scale/" + name + ".iptables-save.gz");

        assertThat(new FullParses(new SourceReader(InputStream.nullInputStream()).read(dump.toString()))
                        .compare()
                        .replayedPercent())
                .isGreaterThan(98);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().contains(".L"))
                    .sorted()
                    .toList();
        }
    }
}
