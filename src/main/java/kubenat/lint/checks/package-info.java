/** The checks: one class and one page for each; the list is {@link kubenat.lint.checks.Checks}. */
@NullMarked
package kubenat.lint.checks;

import org.jspecify.annotations.NullMarked;
