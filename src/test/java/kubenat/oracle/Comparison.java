package kubenat.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Share;
import kubenat.trace.Outcome;
import kubenat.trace.Step;
import kubenat.trace.Verdict;

/** Whether what the kernel did with a packet is among what the tracer says of it, and whether the tracer says all of it once. */
final class Comparison {
    private final List<Outcome> outcomes;
    private final KernelAnswer kernel;

    private final boolean toldAlways;

    Comparison(List<Outcome> outcomes, KernelAnswer kernel) {
        this(outcomes, kernel, false);
    }

    /**
     * A comparison.
     *
     * @param toldAlways whether the sender of each packet that is rejected is told: the kernel drops it where it has no route to
     *     the sender, and where the same one has been told several times (ip_error)
     */
    Comparison(List<Outcome> outcomes, KernelAnswer kernel, boolean toldAlways) {
        this.outcomes = outcomes;
        this.kernel = kernel;
        this.toldAlways = toldAlways;
    }

    /** How they differ, for people; empty if they do not. */
    Optional<String> difference() {
        Share all = outcomes.stream().map(Outcome::share).reduce(Share.NONE, Share::plus);
        if (!all.equals(Share.ALL)
                && outcomes.stream().allMatch(outcome -> outcome.when().isEmpty())) {
            return Optional.of("the shares of the tracer's outcomes add up to " + all.toDouble());
        }
        List<String> reasons = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Optional<String> reason = against(outcome);
            if (reason.isEmpty()) {
                return Optional.empty();
            }
            reasons.add(reason.get() + ": " + text(outcome));
        }
        return Optional.of("the kernel:  " + text() + "\n"
                + reasons.stream().map(reason -> "the tracer: " + reason + "\n").collect(Collectors.joining()));
    }

    private Optional<String> against(Outcome outcome) {
        boolean untold = !toldAlways
                && outcome.verdict() == Verdict.REJECTED
                && kernel.verdict().equals("dropped");
        if (!outcome.verdict().toString().equals(kernel.verdict()) && !untold) {
            return Optional.of("another verdict");
        }
        if (!isSamePath(outcome)) {
            return Optional.of("another path");
        }
        if (outcome.verdict().isDelivered()
                && outcome.packet().mark().known() == -1
                && outcome.packet().mark().value() != kernel.mark()) {
            return Optional.of("another mark");
        }
        return kernel.end().flatMap(end -> against(outcome, end));
    }

    private static Optional<String> against(Outcome outcome, KernelAnswer.End end) {
        Packet packet = outcome.packet();
        InterfaceSet device = outcome.verdict() == Verdict.LOCAL ? packet.in() : packet.out();
        if (!packet.header().source().contains(end.source())
                || !fits(packet.header().sourcePort(), end.sourcePort())) {
            return Optional.of("another source");
        }
        if (!packet.header().destination().contains(end.destination())
                || !fits(packet.header().destinationPort(), end.destinationPort())) {
            return Optional.of("another destination");
        }
        return device.name().filter(end.device()::equals).isPresent()
                ? Optional.empty()
                : Optional.of("another interface");
    }

    private static boolean fits(NumberSet ports, int port) {
        return port < 0 || ports.contains(port);
    }

    /**
     * Ways that chance alone parts and that meet again are one path of the tracer's: then the kernel's is a part of it, and
     * what is missing was left to chance.
     */
    private boolean isSamePath(Outcome outcome) {
        int length = kernel.path().size();
        boolean[] told = new boolean[length + 1];
        told[0] = true;
        for (Step step : outcome.path()) {
            boolean byChance = step.isSome() || !step.share().equals(Share.ALL);
            boolean[] next = new boolean[length + 1];
            for (int i = 0; i <= length; i++) {
                next[i] = told[i] && byChance
                        || i > 0 && told[i - 1] && kernel.path().get(i - 1).equals(name(step));
            }
            told = next;
        }
        return told[length];
    }

    private static String name(Step step) {
        String chain = step.chain().table() + "/" + step.chain().name();
        return step.kind() == Step.Kind.RULE
                ? chain + "#" + step.rule().map(rule -> rule.number()).orElse(0)
                : chain + " " + step.kind();
    }

    private String text() {
        return kernel.verdict() + " " + kernel.end().map(Object::toString).orElse("") + " mark " + kernel.mark() + " "
                + kernel.path()
                + kernel.error();
    }

    private static String text(Outcome outcome) {
        Packet packet = outcome.packet();
        return outcome.verdict() + " " + outcome.why() + " " + packet.header().source() + ":"
                + packet.header().sourcePort() + " > " + packet.header().destination() + ":"
                + packet.header().destinationPort() + " in " + packet.in().is() + " out "
                + packet.out().is() + " mark " + packet.mark() + " share "
                + outcome.share().toDouble() + " when "
                + outcome.when() + " "
                + outcome.path().stream().map(Comparison::name).toList();
    }
}
