package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import kubenat.testing.Golden;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of every dump is understood, or a diagnostic says that it is not. */
class EveryLineTest {
    @Test
    void nothingOfASampleIsLost() throws Exception {
        StringBuilder table = new StringBuilder(Account.heading());
        List<Account> all = new ArrayList<>();
        for (Path file : files(Path.of("samples"))) {
            Account account = account(file);
            all.add(account);
            table.append(Account.row(String.valueOf(file.getFileName()), List.of(account)));
        }

        assertThat(Account.lost(all)).isEmpty();
        Golden.assertMatches("parse/samples.txt", table + Account.row("all", all));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "odd", "extensions", "thirdparty"})
    void nothingOfTheCorpusIsLost(String folder) throws Exception {
        StringBuilder table = new StringBuilder(Account.heading());
        List<Account> all = new ArrayList<>();
        for (Path file : files(SharedFiles.at("corpus/" + folder))) {
            Account account = account(file);
            all.add(account);
            table.append(Account.row(String.valueOf(file.getFileName()), List.of(account)));
        }

        write(folder, table + Account.row("all", all));
        assertThat(Account.lost(all)).isEmpty();
        assertThat(all).anyMatch(account -> account.rules() > 0);
    }

    @Test
    void nothingOfKubeProxysOwnTestsIsLost() throws Exception {
        List<Account> all = new ArrayList<>();
        for (Path file : json(SharedFiles.at("flows-rulesets"))) {
            for (String form : List.of("rules", "rulesKernelNft", "rulesKernelLegacy", "rulesFakeVerbatim")) {
                JsonNode text = new ObjectMapper().readTree(file.toFile()).path(form);
                if (text.isTextual()) {
                    all.add(new Account(SourceText.of(file.getFileName() + ":" + form, text.asText())));
                }
            }
        }

        write("flows-rulesets", Account.heading() + Account.row("all", all));
        assertThat(Account.lost(all)).isEmpty();
    }

    private static void write(String name, String table) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target/corpus")).resolve(name + ".txt"), table);
    }

    private static Account account(Path file) throws Exception {
        return new Account(new SourceReader(InputStream.nullInputStream()).read(file.toString()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(addr|route|md|json)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> json(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
