package kubenat.render.raster;

import java.util.List;
import java.util.function.Supplier;

/**
 * What one colour covers.
 *
 * @param top above this nothing is covered, in pixels
 * @param bottom below this nothing is covered
 * @param outline found again for each stripe that it lies in: all of them at once would take much memory
 */
record Patch(double top, double bottom, int colour, Supplier<List<Contour>> outline) {}
