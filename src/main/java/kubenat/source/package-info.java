/**
 * The dump as bytes and lines: where it comes from, spans in it, and diagnostics that point into it.
 */
@NullMarked
package kubenat.source;

import org.jspecify.annotations.NullMarked;
