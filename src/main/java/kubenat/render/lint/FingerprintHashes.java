package kubenat.render.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import kubenat.lint.Finding;
import kubenat.lint.Fingerprint;

/** Gives each finding of a report a hash of its own: the second of equal ones is {@code HASH:2}. */
final class FingerprintHashes {
    private final Map<Fingerprint, Integer> seen = new LinkedHashMap<>();

    /** The hash of the report's next finding. */
    String next(Finding finding) {
        Fingerprint fingerprint = Fingerprint.of(finding);
        int count = seen.merge(fingerprint, 1, Integer::sum);
        return count == 1 ? fingerprint.hash() : fingerprint.hash() + ":" + count;
    }
}
