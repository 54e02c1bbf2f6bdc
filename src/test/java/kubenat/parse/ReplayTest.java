package kubenat.parse;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import kubenat.testing.Dumps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read by replay is what ANTLR and the readers of whole rules say. */
class ReplayTest {
    private static final List<String> WORDS = List.of(
            "!",
            "-s",
            "-d",
            "10.0.0.1",
            "10.0.0.1,10.0.0.2",
            "-p",
            "tcp",
            "udp",
            "-m",
            "comment",
            "--comment",
            "\"a b\"",
            "\"a",
            "'b",
            "-j",
            "-g",
            "A",
            "B",
            "DNAT",
            "MARK",
            "RETURN",
            "--to-destination",
            "--dport",
            "--dport=80",
            "80:90",
            "-c",
            "1",
            "99999999999999999999",
            "-4",
            "-6",
            "--",
            "-",
            "é",
            "\\",
            "[1:2]",
            "--set-xmark",
            "0x4000/0x4000",
            "-jA",
            "--jump",
            "x");

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void saysOfEverySampleWhatTheGrammarSays(Path sample) throws Exception {
        new FullParses(new SourceReader(InputStream.nullInputStream()).read(sample.toString())).compare();
    }

    @Test
    void saysOfMutatedRulesWhatTheGrammarSays() throws IOException {
        List<String> rules = samples()
                .map(Dumps::text)
                .flatMap(String::lines)
                .filter(line -> line.startsWith("-A ") || line.startsWith("["))
                .toList();

        forAll(400, random -> mutated(rules, random), dump -> new FullParses(SourceText.of("mutated", dump)).compare());
    }

    @Test
    void readsNearlyAllRulesOfALargeDumpByReplay() {
        StringBuilder dump = new StringBuilder("*nat\n:A - [0:0]\n:B - [0:0]\n");
        for (int i = 0; i < 500; i++) {
            dump.append("-A A -d 10.0.%d.1/32 -p tcp -m comment --comment \"ns/s%d\" -m tcp --dport %d -j B\n"
                    .formatted(i % 200, i, i));
            dump.append("[%d:4] -A B -p udp -m udp -j DNAT --to-destination 10.1.1.%d:80\n".formatted(i, i % 250));
            dump.append("-A B ! -s 10.2.0.0/%d -c %d 3 -j MARK --set-xmark 0x%d/0x4000\n".formatted(i % 33, i, i));
        }

        assertThat(new FullParses(SourceText.of("large", dump + "COMMIT\n"))
                        .compare()
                        .replayedPercent())
                .isGreaterThan(98);
    }

    /** A chain's name decides whether a target is one, and whether the options after it are its own. */
    @Test
    void tellsChainsFromTargetsAndFromNothing() {
        String dump = "*nat\n:A - [0:0]\n:MARK - [0:0]\n"
                + "-A A -j MARK\n-A A -j RETURN\n-A A -j GONE\n-A A -j \"MASQUERADE\"\n-A A -j A\n-A A -j \"A\"\n"
                        .repeat(3);

        assertThat(new FullParses(SourceText.of("names", dump + "COMMIT\n"))
                        .compare()
                        .replayedPercent())
                .isGreaterThan(60);
    }

    private static String mutated(List<String> rules, Random random) {
        StringBuilder dump = new StringBuilder("*nat\n:A - [0:0]\n:B - [0:0]\n");
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            chosen.add(rules.get(random.nextInt(rules.size())));
        }
        for (int i = 0; i < 60; i++) {
            String rule = chosen.get(random.nextInt(chosen.size()));
            dump.append(random.nextInt(3) == 0 ? rule : mutated(rule, random)).append('\n');
        }
        return dump + "COMMIT\n";
    }

    private static String mutated(String rule, Random random) {
        List<String> words = new ArrayList<>(Arrays.asList(rule.split(" ")));
        for (int i = random.nextInt(3); i >= 0 && words.size() > 3; i--) {
            int at = 2 + random.nextInt(words.size() - 2);
            switch (random.nextInt(4)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, WORDS.get(random.nextInt(WORDS.size())));
                case 2 -> words.set(at, WORDS.get(random.nextInt(WORDS.size())));
                default -> words.add(words.remove(at));
            }
        }
        return words.stream().collect(Collectors.joining(random.nextInt(9) == 0 ? "  " : " "));
    }
}
