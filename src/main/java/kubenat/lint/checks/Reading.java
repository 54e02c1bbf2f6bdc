package kubenat.lint.checks;

import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.Owner;
import kubenat.lint.Place;
import kubenat.lint.Subject;
import kubenat.source.Diagnostic;

/** What was noticed while a dump was read. */
final class Reading {
    private Reading() {}

    /** The signs of one kind. */
    static Stream<Diagnostic> of(Subject subject, String id) {
        return subject.ruleset().diagnostics().stream().filter(sign -> sign.id().equals(id));
    }

    static Place place(Diagnostic sign) {
        return new Place(sign.source(), sign.span(), Optional.empty(), Optional.empty(), Owner.UNKNOWN);
    }
}
