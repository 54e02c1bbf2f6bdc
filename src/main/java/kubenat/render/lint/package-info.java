/** Writes what checks have found: one class per format. */
@NullMarked
package kubenat.render.lint;

import org.jspecify.annotations.NullMarked;
