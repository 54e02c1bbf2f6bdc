/** Finds what is wrong in dumps before users do: checks, what they find, and who runs them. */
@NullMarked
package kubenat.lint;

import org.jspecify.annotations.NullMarked;
