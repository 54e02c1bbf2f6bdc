package kubenat.render.services;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import kubenat.kube.Endpoint;
import kubenat.kube.OtherTranslation;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.kube.ServicePortName;
import kubenat.kube.Services;
import kubenat.model.Rule;
import kubenat.model.packet.Cidr;
import kubenat.render.DrawsJson;
import kubenat.render.JsonOutput;

/** Writes Services as JSON, {@code docs/schema/services-v1.json}. */
public final class ServicesJson {
    private final JsonOutput json;

    private ServicesJson(JsonOutput json) {
        this.json = json;
    }

    /** One document, indented, for the rulesets of all address families. */
    public static void write(List<Services> rulesets, Writer out) {
        JsonOutput.document(
                out, true, json -> new ServicesJson(json.text("schema", "kube-nat/services/v1")).fields(rulesets));
    }

    private void fields(List<Services> rulesets) {
        List<Service> all =
                rulesets.stream().flatMap(each -> each.all().stream()).toList();
        json.objects("services", all, this::service);
        List<OtherTranslation> others =
                rulesets.stream().flatMap(each -> each.others().stream()).toList();
        json.objects("others", others, this::other);
        json.texts(
                "notes",
                rulesets.stream().flatMap(each -> each.notes().stream()).toList());
        json.texts(
                "incomplete",
                rulesets.stream()
                        .flatMap(each -> each.incomplete().stream())
                        .distinct()
                        .toList());
    }

    private void service(Service service) {
        json.text("name", service.name().map(ServicePortName::toString));
        json.text("namespace", service.name().map(ServicePortName::namespace));
        json.text("service", service.name().map(ServicePortName::name));
        json.text("port", service.name().flatMap(ServicePortName::port));
        json.text("proof", service.proof().toString());
        json.text("protocol", service.protocol().map(Object::toString));
        json.text("chain", service.chain());
        json.objects("entries", service.entries(), this::entry);
        json.objects("endpoints", service.endpoints(), this::endpoint);
        json.truth("hasLocalEndpoints", service.localEndpoints().isPresent());
        json.objects("localEndpoints", service.localEndpoints().orElse(List.of()), this::endpoint);
        json.number("affinitySeconds", service.affinitySeconds());
        json.text("externalTrafficPolicy", service.external().toString());
        json.text("internalTrafficPolicy", service.internal().toString());
        if (!service.counted().isEmpty()) {
            DrawsJson.write(service.counted(), json);
        }
        json.texts("notes", service.notes());
    }

    private void entry(ServiceEntry entry) {
        Optional<Integer> port = entry.ports().single();
        json.text("kind", entry.kind().toString());
        json.text("address", entry.address().map(Object::toString));
        json.number("port", port.isPresent() ? OptionalLong.of(port.get()) : OptionalLong.empty());
        json.truth("local", entry.local());
        json.text(
                "masqueraded", entry.masqueraded().map(clients -> clients.name().toLowerCase(Locale.ROOT)));
        json.texts(
                "sourceRanges",
                entry.sourceRanges().stream().map(Cidr::toString).toList());
        json.text("refused", entry.refused());
        rule(entry.rule());
    }

    private void rule(Rule rule) {
        json.object(
                "rule",
                self -> json.text("table", rule.chain().table().toString())
                        .text("chain", rule.chain().name())
                        .number("rule", rule.number())
                        .number("line", rule.line()));
    }

    private void other(OtherTranslation other) {
        json.text("owner", other.owner().toString());
        json.text("matches", other.rule().words());
        json.text("target", other.rule().target().words());
        rule(other.rule());
    }

    private void endpoint(Endpoint endpoint) {
        json.text("address", endpoint.address());
        json.text("state", endpoint.state().toString());
        json.number("share", endpoint.share().toDouble());
        json.text("proof", endpoint.proof().toString());
        json.text("chain", endpoint.chain());
        json.text("repaired", endpoint.repaired());
    }
}
