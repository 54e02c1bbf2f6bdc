package kubenat.model.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of types of service and DiffServ classes (libxt_tos and libxt_dscp of iptables 1.8.9, RFC 1349 and 2474). */
public final class TosNames {
    private static final Map<String, Integer> NAMES = Map.of(
            "minimize-delay", 0x10,
            "maximize-throughput", 0x08,
            "maximize-reliability", 0x04,
            "minimize-cost", 0x02,
            "normal-service", 0x00);

    private TosNames() {}

    /** {@code 0x10/0x3f}, a value alone (mask 0xff), or a name (mask 0x3f, all but the ECN bits). */
    public static Optional<int[]> valueAndMask(String text) {
        Integer named = NAMES.get(text.toLowerCase(Locale.ROOT));
        if (named != null) {
            return Optional.of(new int[] {named, 0x3f});
        }
        return Numbers.valueAndMask(text)
                .map(bits -> new int[] {bits[0], text.indexOf('/') < 0 ? 0xff : bits[1]})
                .filter(bits -> (bits[0] & ~0xff) == 0 && (bits[1] & ~0xff) == 0);
    }

    /** A number from 0 to 63, or {@code BE}, {@code EF}, {@code CS0}…{@code CS7}, {@code AF11}…{@code AF43}. */
    public static Optional<Integer> dscp(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        if (name.equals("BE") || name.equals("EF")) {
            return Optional.of(name.equals("BE") ? 0 : 46);
        }
        if (name.matches("CS[0-7]")) {
            return Optional.of(name.charAt(2) - '0' << 3);
        }
        if (name.matches("AF[1-4][1-3]")) {
            return Optional.of(name.charAt(2) - '0' << 3 | name.charAt(3) - '0' << 1);
        }
        return Numbers.bits(text).stream()
                .boxed()
                .filter(v -> v >= 0 && v <= 63)
                .findFirst();
    }
}
