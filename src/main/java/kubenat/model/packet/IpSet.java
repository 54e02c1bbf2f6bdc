package kubenat.model.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of an ipset, as {@code ipset save} lists them (ipset 7.17).
 *
 * @param type such as {@code hash:ip} or {@code hash:ip,port}
 * @param family of its addresses; absent for sets without any, such as {@code bitmap:port} and {@code list:set}
 * @param entries those of {@code list:set} are names of sets
 */
public record IpSet(String name, String type, Optional<Family> family, List<Entry> entries) {
    /**
     * One {@code add} line.
     *
     * @param nomatch whether it is an exception to a wider member
     */
    public record Entry(List<SetValue> values, boolean nomatch) {
        public Entry {
            values = List.copyOf(values);
        }

        private Split split(Packet packet, List<Boolean> sources) {
            Split all = Split.yes(packet);
            for (int i = 0; i < values.size(); i++) {
                SetValue value = values.get(i);
                boolean source = sources.get(i);
                all = all.and(p -> value.split(p, source));
            }
            return all;
        }
    }

    public IpSet {
        entries = List.copyOf(entries);
    }

    /** How many values a packet is asked for; the rules that ask for fewer never match (kernel: ip_set_test). */
    public int dimension() {
        return type.equals("list:set") ? 1 : type.split(",", -1).length;
    }

    public boolean isList() {
        return type.equals("list:set");
    }

    /**
     * Splits on membership: the first member that a packet meets decides, narrower ones come first where there are exceptions.
     *
     * @param sources for each value whether the packet's source is asked, rather than its destination
     * @param exceptions whether just the exceptions count ({@code --return-nomatch})
     */
    public Split split(Packet packet, List<Boolean> sources, boolean exceptions) {
        boolean otherFamily = family.isPresent() && family.get() != packet.family();
        if (otherFamily || sources.size() < dimension()) {
            return Split.no(packet);
        }
        List<Part> yes = new ArrayList<>();
        List<Part> no = new ArrayList<>();
        List<Part> open = List.of(Part.of(packet));
        for (Entry entry : entries) {
            List<Part> left = new ArrayList<>();
            for (Part part : open) {
                Split split = entry.split(part.packet(), sources);
                split.yes().forEach(p -> (entry.nomatch() == exceptions ? yes : no).add(p.within(part)));
                split.no().forEach(p -> left.add(p.within(part)));
            }
            open = left;
        }
        no.addAll(open);
        return new Split(yes, no);
    }
}
