package kubenat.kube;

import java.util.List;
import java.util.Optional;

/**
 * A rule's comment by kube-proxy that names a Service port (kube-proxy 1.0 to 1.33, pkg/proxy/iptables/proxier.go).
 *
 * @param about what the comment says of it
 */
public record ServiceComment(ServicePortName name, About about) {

    /** What follows the name, or stands before it. */
    public enum About {
        CLUSTER_IP(" cluster IP"),
        EXTERNAL_IP(" external IP"),
        LOAD_BALANCER(" loadbalancer IP"),
        NO_ENDPOINTS(" has no endpoints"),
        NO_LOCAL_ENDPOINTS(" has no local endpoints"),
        HEALTH_CHECK(" health check node port"),
        NOT_ACCEPTED(" traffic not accepted by"),
        ENDPOINT(" -> "),
        /** The name alone: a NodePort, or the rules of an endpoint. */
        NAME_ALONE(""),
        /** Words before the name, such as {@code masquerade LOCAL traffic for}. */
        TRAFFIC(""),
        /** Words that no kube-proxy known to us writes. */
        OTHER("");

        private final String words;

        About(String words) {
            this.words = words;
        }

        private static About after(String rest) {
            if (rest.isEmpty()) {
                return NAME_ALONE;
            }
            for (About about : values()) {
                if (!about.words.isEmpty() && rest.startsWith(about.words)) {
                    return about;
                }
            }
            return OTHER;
        }
    }

    /** The words before a name that does not come first. */
    private static final List<String> LEADS = List.of(
            "masquerade traffic for ",
            "masquerade LOCAL traffic for ",
            "route LOCAL traffic for ",
            "pod traffic for ",
            "other traffic to ",
            "Balancing rule ");

    /** Reads a comment; empty when it names no Service port. */
    public static Optional<ServiceComment> read(String comment) {
        for (String lead : LEADS) {
            if (comment.startsWith(lead)) {
                return name(comment, start(comment, lead)).map(name -> new ServiceComment(name, About.TRAFFIC));
            }
        }
        return name(comment, 0).map(name -> new ServiceComment(name, About.after(comment.substring(end(comment, 0)))));
    }

    /** Where the name begins; {@code Balancing rule 3 for NAME} has a number in between. */
    private static int start(String comment, String lead) {
        int number = comment.indexOf(" for ", lead.length() - 1);
        return lead.startsWith("Balancing") && number >= 0 ? number + " for ".length() : lead.length();
    }

    private static Optional<ServicePortName> name(String comment, int start) {
        return ServicePortName.read(comment.substring(start, end(comment, start)));
    }

    private static int end(String comment, int start) {
        int at = start;
        while (at < comment.length() && isOfName(comment.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOfName(char c) {
        return c == '/' || c == ':' || ServicePortName.isLetter(c);
    }
}
