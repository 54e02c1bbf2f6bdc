package kubenat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dumps that nobody has made on purpose: random bytes, random words, and good dumps with something wrong in them. */
public final class HostileDumps {
    private static final String[] WORDS = {
        "-A X",
        "-I X 1",
        "-N X",
        "-P INPUT",
        ":X -",
        "*nat",
        "COMMIT",
        "-j Y",
        "-g",
        "-m tcp",
        "-m",
        "!",
        "-s",
        "10.0.0.1/8",
        "--comment",
        "\"",
        "\"a b\"",
        "'",
        "\\",
        "--dport 80",
        "--to-destination",
        ":0",
        "-c 1 2",
        "[1:2]",
        "--",
        "-",
        "\n",
        "\r\n",
        "\t",
        "中文",
        "\uFEFF",
        "-X X",
        "-F",
        "-j DNAT",
        "-p tcp",
        "--probability 0.5",
        "-m statistic --mode random",
        "\niptables -t nat -A X",
        "\nsudo ip6tables -w -I X",
        "\nChain X (1 references)\n",
        "num pkts bytes target prot opt in out source destination\n",
        "target     prot opt source               destination\n",
        "\nX  tcp  --  0.0.0.0/0 10.0.0.1 tcp dpt:80",
        "$Y",
        "\\\n"
    };

    private HostileDumps() {}

    /** All files in a folder, in order of name. */
    public static List<byte[]> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Any bytes, half of the time where a rule's options are expected. */
    public static byte[] bytes(Random random) {
        byte[] content = new byte[random.nextInt(400)];
        random.nextBytes(content);
        byte[] start = "*nat\n-A X ".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, content, 0, random.nextBoolean() ? 0 : Math.min(start.length, content.length));
        return content;
    }

    /** Any characters of any script, paired or not, where a rule's options are expected. */
    public static byte[] characters(Random random) {
        StringBuilder text = new StringBuilder("*nat\n-A PREROUTING ");
        for (int i = random.nextInt(200); i >= 0; i--) {
            int most = random.nextBoolean() ? 0x80 : random.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT + 1;
            text.appendCodePoint(random.nextInt(most));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Words of the language in any order. */
    public static byte[] words(Random random) {
        StringBuilder text = new StringBuilder("*nat\n");
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(word(random)).append(random.nextInt(8) == 0 ? "" : " ");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One of the dumps, with up to twenty bytes changed. */
    public static byte[] flipped(List<byte[]> dumps, Random random) {
        byte[] content = dumps.get(random.nextInt(dumps.size())).clone();
        for (int i = random.nextInt(20); i >= 0 && content.length > 0; i--) {
            byte other = (byte) (random.nextBoolean() ? random.nextInt(256) : " \n\"!-'".charAt(random.nextInt(6)));
            content[random.nextInt(content.length)] = other;
        }
        return content;
    }

    /** One of the dumps, with something wrong in up to eight of its lines. */
    public static byte[] mutated(List<byte[]> dumps, Random random) {
        byte[] dump = dumps.get(random.nextInt(dumps.size()));
        List<String> lines =
                new ArrayList<>(Arrays.asList(new String(dump, StandardCharsets.ISO_8859_1).split("\n", -1)));
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(lines.size());
            lines.set(at, mutated(lines.get(at), random));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String mutated(String line, Random random) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
        int at = random.nextInt(words.size());
        switch (random.nextInt(8)) {
            case 0 -> Collections.swap(words, at, random.nextInt(words.size()));
            case 1 -> words.remove(at);
            case 2 -> words.add(at, words.get(at));
            case 3 -> words.add(at, "!");
            case 4 -> words.add(at, word(random));
            case 5 -> words.set(at, word(random));
            case 6 -> words.set(at, "\"" + words.get(at));
            default -> words.subList(at, words.size()).clear();
        }
        return words.stream().collect(Collectors.joining(" "));
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
