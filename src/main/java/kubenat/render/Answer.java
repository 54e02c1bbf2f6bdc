package kubenat.render;

import kubenat.model.Ruleset;
import kubenat.trace.Trace;

/**
 * What the renderers of a trace are given.
 *
 * @param ruleset the rules that the trace went through
 */
public record Answer(Trace trace, Ruleset ruleset, Names names) {}
