/** How often rules have matched, and whether chance has chosen among them as it should. */
@NullMarked
package kubenat.heat;

import org.jspecify.annotations.NullMarked;
