package kubenat.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.parse.DumpReader;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import kubenat.testing.ProcessRun;
import kubenat.testing.SharedFiles;

/** Dumps that the tests of this package read. */
final class KubeDumps {
    private KubeDumps() {}

    /** The rules of one nat table as {@code iptables -S} prints them. */
    static Ruleset nat(String rules) {
        return read(SourceText.of("nat.rules", rules));
    }

    /** A dump as iptables-save prints it. */
    static Ruleset save(String text) {
        return read(SourceText.of("test.rules", text));
    }

    /** A file of {@code ../shared}; skips the test where there is none. */
    static Ruleset shared(String path) {
        return file(SharedFiles.at(path));
    }

    static Ruleset file(Path path) {
        try {
            return new DumpReader(TableName.NAT)
                    .read(new SourceReader(InputStream.nullInputStream()).read(path.toString()));
        } catch (DumpException noDump) {
            throw new IllegalArgumentException(path + ": " + noDump.getMessage(), noDump);
        }
    }

    /** A cluster of about so many rules, made by {@code ../shared/generator}; its answers are in {@code g.answers.json}. */
    static Ruleset generated(Path folder, String layout, int rules) {
        String generator =
                SharedFiles.at("generator/kubegen.py").toAbsolutePath().toString();
        ProcessRun run = ProcessRun.of(
                folder,
                Map.of(),
                Path.of("/dev/null"),
                ProcessRun.command(
                        "python3", generator, "--rules", "" + rules, "--out", ".", "--name", "g", "--layout", layout));
        if (run.exitCode() != 0) {
            throw new IllegalStateException(run.err());
        }
        return file(folder.resolve("g.save"));
    }

    /** The files of a folder of {@code ../shared} with this ending, sorted. */
    static List<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.list(SharedFiles.at(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A rule set of {@code ../shared/flows} or {@code flows-rulesets}: one of the forms in which the file has it. */
    static Ruleset flow(Path path, String form) {
        return save(json(path).get(form).asText());
    }

    static JsonNode json(Path path) {
        try {
            return new ObjectMapper().readTree(path.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Ruleset read(SourceText source) {
        try {
            return new DumpReader(TableName.NAT).read(source);
        } catch (DumpException noDump) {
            throw new IllegalArgumentException(noDump);
        }
    }
}
