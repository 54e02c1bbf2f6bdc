package kubenat.render;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import kubenat.kube.Owner;
import kubenat.model.Counters;
import kubenat.model.Rule;
import kubenat.model.match.Match;
import kubenat.model.packet.Condition;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Truth;
import kubenat.model.target.Target;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;
import kubenat.trace.Trace;
import kubenat.trace.TraceCase;
import kubenat.trace.Verdict;

/** Writes a trace as JSON, {@code docs/schema/trace-v1.json}. */
public final class TraceJson {
    private static final String SCHEMA = "kube-nat/trace/v1";

    private final Answer answer;
    private final JsonOutput json;
    private final Wanting wanting;

    private TraceJson(Answer answer, JsonOutput json) {
        this.answer = answer;
        this.json = json;
        this.wanting = new Wanting(answer.ruleset());
    }

    /** One document, indented. */
    public static void write(Answer answer, Writer out) {
        JsonOutput.document(out, true, json -> new TraceJson(answer, json.text("schema", SCHEMA)).fields());
    }

    /** One document on one line, with the id of the question that it answers. */
    public static void writeLine(Optional<Object> id, Answer answer, Writer out) {
        JsonOutput.document(
                out,
                false,
                json -> new TraceJson(answer, json.text("schema", SCHEMA).any("id", id)).fields());
    }

    /** In the place of an answer: what is wrong with the question. */
    public static void writeError(Optional<Object> id, String error, Writer out) {
        JsonOutput.document(out, false, json -> json.any("id", id).text("error", error));
    }

    private void fields() {
        Trace trace = answer.trace();
        json.object("packet", self -> packet(trace.packet()));
        json.objects(
                "assumptions",
                trace.assumptions(),
                assumption -> json.text("fact", assumption.fact())
                        .text("basis", assumption.basis())
                        .text("why", assumption.why()));
        json.objects("cases", trace.cases(), this::traceCase);
        if (Chances.areCounted(trace)) {
            DrawsJson.write(new Chances(answer.ruleset()).of(trace), json);
        }
        json.texts("unmodelled", trace.unmodelled());
        json.texts("incomplete", trace.incomplete());
    }

    private void packet(Packet packet) {
        json.text("protocol", packet.protocol().toString());
        json.text("source", PacketText.known(packet.original().source()));
        json.number("sourcePort", single(packet.original().sourcePort()));
        json.text("destination", PacketText.known(packet.original().destination()));
        json.number("destinationPort", single(packet.original().destinationPort()));
        json.text("inInterface", packet.in().name().filter(name -> !name.isEmpty()));
    }

    private static OptionalLong single(NumberSet numbers) {
        Optional<Integer> single = numbers.single();
        return single.isPresent() ? OptionalLong.of(single.get()) : OptionalLong.empty();
    }

    private void traceCase(TraceCase traceCase) {
        List<String> from = traceCase.from().stream().map(SourceClass::toString).toList();
        json.texts("from", from);
        json.objects("outcomes", traceCase.outcomes(), outcome -> outcome(outcome, traceCase.from()));
    }

    private void outcome(Outcome outcome, List<SourceClass> from) {
        json.number("share", outcome.share().toDouble());
        json.objects("when", outcome.when(), this::condition);
        json.text("verdict", outcome.verdict().toString());
        json.truth("translated", outcome.translated());
        json.text("destination", PacketText.known(outcome.packet().header().destination()));
        NumberSet ports = outcome.packet().header().destinationPort();
        json.number("destinationPort", single(ports));
        if (ports.single().isEmpty() && !ports.isAnyPort()) {
            json.text("destinationPorts", ports.toString());
        }
        source(outcome);
        json.text("service", answer.names().service(outcome));
        json.text("endpoint", endpoint(outcome));
        if (answer.names().recovered(outcome).isPresent()) {
            json.text("endpointState", "recovered");
        }
        boolean rejected = outcome.verdict() == Verdict.REJECTED;
        json.text("rejectWith", rejected ? Optional.of(outcome.why()) : Optional.empty());
        if (!rejected && !outcome.why().isEmpty()) {
            json.text("why", outcome.why());
        }
        json.object("decidedBy", outcome.decidedBy(), step -> place(step));
        json.object("reply", Reply.of(outcome, from, answer.ruleset()), this::reply);
        steps(outcome.path());
    }

    private Optional<String> endpoint(Outcome outcome) {
        return answer.names()
                .endpoint(outcome)
                .or(() -> outcome.translated() ? Optional.of(PacketText.destination(outcome)) : Optional.empty());
    }

    private void source(Outcome outcome) {
        Optional<Target> target = outcome.sourceTarget();
        json.text(
                "sourceNat", target.map(t -> t.name().toLowerCase(Locale.ROOT)).orElse("none"));
        json.text(
                "sourceAddress",
                target.isPresent() ? PacketText.known(outcome.packet().header().source()) : Optional.empty());
    }

    private void reply(Reply reply) {
        if (reply.seesClient() == Truth.MAYBE) {
            json.any("seesClient", Optional.empty());
        } else {
            json.truth("seesClient", reply.seesClient() == Truth.YES);
        }
        json.object("decidedBy", reply.decidedBy(), this::place);
        json.text("throughThisNode", reply.throughThisNode().toString());
        json.text("why", reply.why());
    }

    private void condition(Condition condition) {
        json.text("field", condition.field())
                .text("op", condition.op())
                .text("value", condition.value())
                .text("text", condition.words());
    }

    private void steps(List<Step> path) {
        List<Step> taken =
                path.stream().filter(step -> step.kind() != Step.Kind.MISS).toList();
        json.objects("path", taken, step -> {
            json.text("hook", step.hook().name());
            place(step);
            json.text("kind", step.kind().toString());
            json.text("target", step.target());
            json.number("share", step.share().toDouble());
            if (step.isSome()) {
                json.truth("some", true);
            }
            step.rule()
                    .flatMap(Rule::counters)
                    .filter(TraceJson::isNumber)
                    .ifPresent(counters ->
                            json.number("packets", counters.packets()).number("bytes", counters.bytes()));
        });
        if (taken.size() < path.size()) {
            json.objects(
                    "missed",
                    path.stream().filter(step -> step.kind() == Step.Kind.MISS).toList(),
                    step -> {
                        json.text("hook", step.hook().name());
                        place(step);
                        json.text("failed", step.failed().map(Match::words).orElse(""));
                        json.text("wouldMatch", wanting.words(List.of(step)));
                    });
        }
    }

    /** Whether counters fit signed numbers, as all but garbled ones do. */
    private static boolean isNumber(Counters counters) {
        return counters.packets() >= 0 && counters.bytes() >= 0;
    }

    private void place(Step step) {
        Optional<Rule> rule = step.rule();
        json.text("table", step.chain().table().toString());
        json.text("chain", step.chain().name());
        json.number("rule", rule.isPresent() ? OptionalLong.of(rule.get().number()) : OptionalLong.empty());
        json.number("line", rule.isPresent() ? OptionalLong.of(rule.get().line()) : OptionalLong.empty());
        json.text(
                "owner",
                rule.map(Owner::of).orElseGet(() -> Owner.of(step.chain())).toString());
    }
}
