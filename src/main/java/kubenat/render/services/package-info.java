/** Writes the table of a dump's Services: as text for people and as JSON. */
@NullMarked
package kubenat.render.services;

import org.jspecify.annotations.NullMarked;
