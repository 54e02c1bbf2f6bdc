package kubenat.trace;

import java.util.List;

/** What a tracer finds before it puts together the ways that differ in nothing a reader would ask about. */
public final class Ways {
    private Ways() {}

    /** Every way by itself; only those that chance alone has parted are one where they have met again. */
    public static List<Outcome> apart(Tracer tracer, Origin origin) {
        return new Journey(origin, tracer.ruleset(), tracer.node(), tracer.explain()).follow();
    }
}
