/** Pictures as pixels: scenes as PNG files, by arithmetic alone. Nothing of Java's desktop is asked for, nor any font of the system. */
@NullMarked
package kubenat.render.raster;

import org.jspecify.annotations.NullMarked;
