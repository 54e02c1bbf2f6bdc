package kubenat.parse;

import kubenat.model.target.Target;

/**
 * The {@code -j} or {@code -g} of a rule.
 *
 * @param name the word after it
 * @param isGoto whether it is {@code -g}
 * @param isChain whether it is {@code -g} or the table has a chain of that name, which goes before any target's
 * @param sound whether there is a name, and no {@code !} before it
 * @param clause its options
 */
record TargetClause(String name, boolean isGoto, boolean isChain, boolean sound, Clause<Target> clause) {}
