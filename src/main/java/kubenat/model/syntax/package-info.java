/** Which options a match or target has, how many words each takes, and what was given. */
@NullMarked
package kubenat.model.syntax;

import org.jspecify.annotations.NullMarked;
