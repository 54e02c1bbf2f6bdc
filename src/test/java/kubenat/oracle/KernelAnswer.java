package kubenat.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Address;

/**
 * What the kernel did with one packet.
 *
 * @param path the rules, returns and policies that it reported, in order
 * @param verdict forwarded, sent, local, dropped or rejected
 * @param end the packet as it left or was delivered; absent if it did neither
 * @param mark the packet mark at the end
 * @param error what the sender of a packet of this node was told; empty if nothing
 */
record KernelAnswer(List<String> path, String verdict, Optional<End> end, int mark, String error) {
    /** Addresses, ports and interface of a packet that left or was delivered; ports are -1 where there are none. */
    record End(Address source, int sourcePort, Address destination, int destinationPort, String device) {}

    KernelAnswer {
        path = List.copyOf(path);
    }

    static KernelAnswer of(JsonNode json) {
        List<String> path = new ArrayList<>();
        for (JsonNode step : json.get("path")) {
            path.add(step(step));
        }
        Optional<End> end = Optional.ofNullable(json.get("final")).map(KernelAnswer::end);
        return new KernelAnswer(
                path,
                json.get("verdict").asText(),
                end,
                json.path("mark").asInt(),
                json.path("send_error").asText());
    }

    private static String step(JsonNode step) {
        String kind = step.get("kind").asText();
        String chain = step.get("table").asText() + "/" + step.get("chain").asText();
        return kind.equals("rule") ? chain + "#" + step.get("rule").asInt() : chain + " " + kind;
    }

    private static End end(JsonNode json) {
        return new End(
                Address.parse(json.get("src").asText()),
                json.path("sport").asInt(-1),
                Address.parse(json.get("dst").asText()),
                json.path("dport").asInt(-1),
                json.has("dev") ? json.get("dev").asText() : json.path("in").asText());
    }
}
