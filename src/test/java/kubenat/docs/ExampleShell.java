package kubenat.docs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kubenat.cli.KubeNat;

/** A shell that knows {@code kube-nat …}, {@code kube-nat … < FILE}, {@code cat FILE}s and {@code echo $?}: enough for examples. */
final class ExampleShell {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private int exitCode;

    /** What the command prints on both of its streams. */
    String run(String command) {
        if (command.equals("echo $?")) {
            return exitCode + "\n";
        }
        List<String> words = words(command);
        if (words.get(0).equals("cat")) {
            exitCode = 0;
            return new String(bytes(words.get(1)), java.nio.charset.StandardCharsets.UTF_8);
        }
        if (!words.get(0).equals("kube-nat") && !words.get(0).equals("target/kube-nat/bin/kube-nat")) {
            throw new IllegalArgumentException("an example that no test can run: " + command);
        }
        return kubeNat(words.subList(1, words.size()));
    }

    private String kubeNat(List<String> words) {
        int redirect = words.indexOf("<");
        byte[] input = redirect < 0 ? new byte[0] : bytes(words.get(redirect + 1));
        List<String> arguments = redirect < 0 ? words : words.subList(0, redirect);
        StringWriter both = new StringWriter();
        PrintWriter out = new PrintWriter(both);
        exitCode = KubeNat.run(out, out, new ByteArrayInputStream(input), arguments.toArray(String[]::new));
        return both.toString();
    }

    private static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            Stream.of(1, 2, 3)
                    .map(matcher::group)
                    .filter(java.util.Objects::nonNull)
                    .forEach(words::add);
        }
        return words;
    }
}
