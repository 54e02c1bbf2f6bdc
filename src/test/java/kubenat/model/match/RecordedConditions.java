package kubenat.model.match;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.packet.Family;
import kubenat.model.packet.Node;
import kubenat.model.packet.Packet;
import kubenat.surroundings.IpSets;

/** What {@code src/test/oracle/record_conditions.py} has written down: packets, conditions, and who meets which. */
record RecordedConditions(Node node, List<Asked> asked) {
    /** A condition, a packet, and what the kernel said. */
    record Asked(String condition, String packet, Packet known, boolean met) {}

    static RecordedConditions read(Family family) throws Exception {
        String name = family == Family.IPV4 ? "conditions.v4.tsv" : "conditions.v6.tsv";
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/kernel", name));
        Map<String, Map<String, Packet>> packets = new LinkedHashMap<>();
        List<Asked> asked = new ArrayList<>();
        StringBuilder sets = new StringBuilder();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "set" -> sets.append(cells[1]).append('\n');
                case "packet" ->
                    packets.computeIfAbsent(cells[1], chain -> new LinkedHashMap<>())
                            .put(cells[2], RecordedPacket.of(cells[1], cells[3], cells[4]));
                case "rule" -> asked.addAll(asked(cells[2], cells[3], packets.getOrDefault(cells[1], Map.of())));
                default -> {}
            }
        }
        Node node = RecordedNode.of(family).withSets(IpSets.read(name, sets.toString()));
        return new RecordedConditions(node, asked);
    }

    private static List<Asked> asked(String condition, String who, Map<String, Packet> packets) {
        boolean fewer = who.startsWith("none of");
        List<String> named = List.of(who.replace("none of", "").strip().split(" "));
        return packets.entrySet().stream()
                .map(p -> new Asked(condition, p.getKey(), p.getValue(), named.contains(p.getKey()) != fewer))
                .toList();
    }
}
