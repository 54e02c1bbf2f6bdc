/** Writes answers: one class for each format, and what formats share. */
@NullMarked
package kubenat.render;

import org.jspecify.annotations.NullMarked;
