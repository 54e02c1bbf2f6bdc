package kubenat.render.raster;

/**
 * A character's picture in a typeface.
 *
 * @param number which of the typeface's glyphs it is; 0 is the box for characters that it lacks
 * @param advance how far it is to the next character, in em
 */
record Glyph(Typeface typeface, int number, double advance) {

    boolean isKnown() {
        return number != 0;
    }
}
