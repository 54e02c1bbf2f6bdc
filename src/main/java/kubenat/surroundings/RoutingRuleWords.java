package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.json.BadJson;
import kubenat.json.JsonObject;

/** A rule of {@code ip -j rule} in the words that {@code ip rule} prints of it. */
final class RoutingRuleWords {
    private final JsonObject rule;
    private final List<String> words = new ArrayList<>();

    private RoutingRuleWords(JsonObject rule) {
        this.rule = rule;
    }

    static List<Words> of(List<JsonObject> rules) throws BadJson {
        List<Words> all = new ArrayList<>();
        for (JsonObject rule : rules) {
            RoutingRuleWords words = new RoutingRuleWords(rule);
            words.add();
            all.add(new Words(words.words));
        }
        return all;
    }

    private void add() throws BadJson {
        words.add(rule.number("priority").orElseThrow(() -> new BadJson("a rule without \"priority\"")) + ":");
        flag("not");
        network("from", "src", "srclen");
        network("to", "dst", "dstlen");
        value("tos", "tos");
        mark();
        value("iif", "iif");
        value("oif", "oif");
        flag("l3mdev");
        range("uidrange", "uid_start", "uid_end");
        value("ipproto", "ipproto");
        port("sport");
        port("dport");
        value("tun_id", "tun_id");
        action();
        value("suppress_prefixlength", "suppress_prefixlen");
        value("suppress_ifgroup", "suppress_ifgroup");
    }

    private void action() throws BadJson {
        value("lookup", "table");
        value("goto", "goto");
        flag("unresolved");
        flag("nop");
        rule.text("action").ifPresent(words::add);
    }

    private void flag(String name) {
        if (rule.names(name)) {
            words.add(name.equals("unresolved") ? "[unresolved]" : name);
        }
    }

    private void network(String word, String address, String length) throws BadJson {
        Optional<String> text = rule.text(address);
        if (text.isPresent()) {
            words.add(word);
            words.add(
                    rule.number(length).isPresent()
                            ? text.get() + "/" + rule.number(length).getAsLong()
                            : text.get());
        }
    }

    private void mark() throws BadJson {
        Optional<String> mark = rule.text("fwmark");
        if (mark.isPresent()) {
            words.add("fwmark");
            words.add(rule.text("fwmask").map(mask -> mark.get() + "/" + mask).orElse(mark.get()));
        }
    }

    private void port(String name) throws BadJson {
        value(name, name);
        range(name, name + "_start", name + "_end");
    }

    private void range(String word, String from, String to) throws BadJson {
        if (rule.has(from)) {
            words.add(word);
            words.add(value(from) + "-" + value(to));
        }
    }

    private void value(String word, String field) throws BadJson {
        if (rule.has(field)) {
            words.add(word);
            words.add(value(field));
        }
    }

    /** Numbers and texts alike. */
    private String value(String field) {
        return String.valueOf(rule.fields().get(field));
    }
}
