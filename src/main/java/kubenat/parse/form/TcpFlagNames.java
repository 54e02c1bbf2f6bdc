package kubenat.parse.form;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.syntax.Numbers;

/** The names of TCP flags, in the order of their bits. */
public final class TcpFlagNames {
    private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

    private TcpFlagNames() {}

    /** A list such as {@code SYN,ACK}, or {@code NONE}. */
    public static String of(int bits) {
        String names = FLAGS.stream()
                .filter(flag -> (bits & 1 << FLAGS.indexOf(flag)) != 0)
                .collect(Collectors.joining(","));
        return names.isEmpty() ? "NONE" : names;
    }

    /** The same of a number as text; any other text as it is. */
    public static String of(String number) {
        return Numbers.bits(number).isPresent() ? of(Numbers.bits(number).getAsInt()) : number;
    }
}
