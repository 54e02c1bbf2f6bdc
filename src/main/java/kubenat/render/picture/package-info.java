/** Pictures as plain shapes, and what writes them as SVG; no fonts and no AWT. */
@NullMarked
package kubenat.render.picture;

import org.jspecify.annotations.NullMarked;
