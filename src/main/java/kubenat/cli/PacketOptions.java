package kubenat.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is known of the packet; what is not given stays open and splits the answer. */
final class PacketOptions {
    private final Map<PacketField, String> words = new EnumMap<>(PacketField.class);

    @Option(
            names = "--dst",
            paramLabel = "DEST",
            order = 1,
            description = "Where the packet goes: ADDRESS[:PORT], [IPV6]:PORT, :NODEPORT on any address of the node,"
                    + " or NAMESPACE/SERVICE[:PORT] (PORT: its name or number).")
    void destination(String text) {
        words.put(PacketField.DESTINATION, text);
    }

    @Option(
            names = "--src",
            paramLabel = "SOURCE",
            order = 2,
            description = "Where it comes from: ADDRESS[:PORT], [IPV6]:PORT or NETWORK/LENGTH.")
    void source(String text) {
        words.put(PacketField.SOURCE, text);
    }

    @Option(
            names = "--from",
            paramLabel = "CLASS",
            order = 3,
            description = "Answer for these classes of sources only: outside, pod, endpoint (the Pod that the packet"
                    + " comes back to), node (a process of this node). Separated by commas.")
    void from(String text) {
        words.put(PacketField.FROM, text);
    }

    @Option(names = "--proto", paramLabel = "PROTOCOL", order = 4, description = "tcp (default), udp, sctp, icmp, …")
    void protocol(String text) {
        words.put(PacketField.PROTOCOL, text);
    }

    @Option(names = "--in", paramLabel = "INTERFACE", order = 5, description = "The interface that it comes in by.")
    void in(String text) {
        words.put(PacketField.IN_INTERFACE, text);
    }

    @Option(names = "--mark", paramLabel = "MARK", order = 6, description = "Its mark as it arrives (default 0).")
    void mark(String text) {
        words.put(PacketField.MARK, text);
    }

    @Option(
            names = "--ctstate",
            paramLabel = "STATE",
            order = 7,
            description = "NEW (default), ESTABLISHED, RELATED, INVALID, UNTRACKED. Separated by commas.")
    void ctstate(String text) {
        words.put(PacketField.CTSTATE, text);
    }

    @Option(names = "--tcp-flags", paramLabel = "FLAGS", order = 8, description = "Such as SYN (default) or SYN,ACK.")
    void tcpFlags(String text) {
        words.put(PacketField.TCP_FLAGS, text);
    }

    @Option(names = "--icmp-type", paramLabel = "N", order = 9, description = "The number of the ICMP type.")
    void icmpType(String text) {
        words.put(PacketField.ICMP_TYPE, text);
    }

    @Option(names = "--icmp-code", paramLabel = "N", order = 10, description = "The number of the ICMP code.")
    void icmpCode(String text) {
        words.put(PacketField.ICMP_CODE, text);
    }

    @Option(names = "--ttl", paramLabel = "N", order = 11, description = "Its time to live.")
    void ttl(String text) {
        words.put(PacketField.TTL, text);
    }

    @Option(names = "--length", paramLabel = "N", order = 12, description = "Its length in bytes.")
    void length(String text) {
        words.put(PacketField.LENGTH, text);
    }

    @Option(names = "--tos", paramLabel = "N", order = 13, description = "Its type of service.")
    void tos(String text) {
        words.put(PacketField.TOS, text);
    }

    @Option(names = "--uid", paramLabel = "N", order = 14, description = "The user that sends it from this node.")
    void uid(String text) {
        words.put(PacketField.UID, text);
    }

    @Option(names = "--gid", paramLabel = "N", order = 15, description = "The group that sends it from this node.")
    void gid(String text) {
        words.put(PacketField.GID, text);
    }

    boolean hasDestination() {
        return words.containsKey(PacketField.DESTINATION);
    }

    /** The first option that was given, if any was. */
    Optional<String> given() {
        return words.keySet().stream().map(PacketField::option).findFirst();
    }

    PacketWords words() {
        return new PacketWords(words);
    }
}
