package kubenat.model.packet;

import java.util.List;

/**
 * The members of an ipset, as {@code ipset save} lists them.
 *
 * @param type such as {@code hash:ip} or {@code hash:ip,port}
 * @param entries the words after the set's name of each {@code add} line, options left out
 */
public record IpSet(String name, String type, List<String> entries) {
    public IpSet {
        entries = List.copyOf(entries);
    }
}
