/** Wrong semantics on purpose: each is to be noticed by the tests. */
@NullMarked
package kubenat.mutants;

import org.jspecify.annotations.NullMarked;
