/** A page that shows a whole dump: one file, to be opened in a browser, that asks no network for anything. */
@NullMarked
package kubenat.render.report;

import org.jspecify.annotations.NullMarked;
