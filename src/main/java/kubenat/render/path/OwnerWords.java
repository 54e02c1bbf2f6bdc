package kubenat.render.path;

import java.util.Optional;
import kubenat.kube.Owner;
import kubenat.model.ChainName;
import kubenat.model.Rule;

/** Whose a rule or a chain is, where some other program than Kubernetes' own wrote it. */
final class OwnerWords {
    private OwnerWords() {}

    static Optional<String> of(Rule rule) {
        return words(Owner.of(rule));
    }

    static Optional<String> of(ChainName chain) {
        return words(Owner.of(chain));
    }

    /** The words, with that name after them in brackets. */
    static String after(String words, Rule rule) {
        Owner owner = Owner.of(rule);
        return owner.isForeign() ? (words + " (" + owner + ")").strip() : words;
    }

    private static Optional<String> words(Owner owner) {
        return Optional.of(owner).filter(Owner::isForeign).map(each -> "written by " + each);
    }
}
