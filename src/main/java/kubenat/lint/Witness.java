package kubenat.lint;

import kubenat.kube.Question;
import kubenat.trace.SourceClass;

/**
 * A packet that proves a finding: followed through the rules, it meets the rule that is the matter, or one related to it.
 *
 * @param question the packet
 * @param from where it comes from
 */
public record Witness(Question question, SourceClass from) {

    /** Such as {@code tcp from outside to 30.0.1.180:31248}. */
    public String words() {
        String destination = question.destination().toString();
        String bracketed = destination.indexOf(':') < 0 ? destination : "[" + destination + "]";
        return "%s from %s to %s%s"
                .formatted(
                        question.protocol(),
                        from,
                        question.ports().single().isPresent() ? bracketed : destination,
                        question.ports().single().map(port -> ":" + port).orElse(""));
    }
}
