/** The picture of one trace: what it says, arranged in sections, hubs, endings and ways out; then where each part lies. */
@NullMarked
package kubenat.render.path;

import org.jspecify.annotations.NullMarked;
