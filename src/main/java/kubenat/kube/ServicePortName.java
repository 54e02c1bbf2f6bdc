package kubenat.kube;

import java.util.Comparator;
import java.util.Optional;

/**
 * One port of a Service, as kube-proxy names it: {@code namespace/name:port}, or {@code namespace/name} if the port has no
 * name. Kubernetes up to 1.2 wrote a colon after a name without port, too ({@code default/kubernetes:}).
 */
public record ServicePortName(String namespace, String name, Optional<String> port)
        implements Comparable<ServicePortName> {
    private static final Comparator<ServicePortName> ORDER = Comparator.comparing(ServicePortName::namespace)
            .thenComparing(ServicePortName::name)
            .thenComparing(each -> each.port().orElse(""));

    public ServicePortName {
        if (!isWord(namespace)
                || !isWord(name)
                || !port.map(ServicePortName::isWord).orElse(true)) {
            throw new IllegalArgumentException("not the name of a Service port: " + namespace + "/" + name);
        }
    }

    /** Reads {@code default/web:http}, {@code default/web} or {@code default/web:}; empty when the text is none of these. */
    public static Optional<ServicePortName> read(String text) {
        int slash = text.indexOf('/');
        int colon = text.indexOf(':', slash + 1);
        if (slash < 0) {
            return Optional.empty();
        }
        String namespace = text.substring(0, slash);
        String name = text.substring(slash + 1, colon < 0 ? text.length() : colon);
        String port = colon < 0 ? "" : text.substring(colon + 1);
        boolean sound = isWord(namespace) && isWord(name) && (port.isEmpty() || isWord(port));
        return sound
                ? Optional.of(
                        new ServicePortName(namespace, name, Optional.of(port).filter(p -> !p.isEmpty())))
                : Optional.empty();
    }

    /** The name of a port that may have none; empty when the parts are no names. */
    public static Optional<ServicePortName> of(String namespace, String name, Optional<String> port) {
        return isWord(namespace)
                        && isWord(name)
                        && port.map(ServicePortName::isWord).orElse(true)
                ? Optional.of(new ServicePortName(namespace, name, port))
                : Optional.empty();
    }

    /** Reads a name; fails with IllegalArgumentException when the text is none. */
    public static ServicePortName parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("not the name of a Service port: " + text));
    }

    /** Kubernetes allows letters, digits, hyphens and dots; redacted dumps have underscores and capitals, too. */
    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_';
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isLetter((char) c));
    }

    /** The Service without its port: {@code namespace/name}. */
    public String service() {
        return namespace + "/" + name;
    }

    @Override
    public int compareTo(ServicePortName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return service() + port.map(p -> ":" + p).orElse("");
    }
}
