package kubenat.render.raster;

import java.util.Locale;

/** A picture has more pixels than programs that show pictures take. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;
    private final double fitting;

    TooLargeException(double width, double height, double fitting) {
        super("too many pixels");
        this.words = String.format(Locale.ROOT, "the picture would have %,.0f x %,.0f pixels", width, height);
        this.fitting = fitting;
    }

    /** How many pixels there would be. */
    public String words() {
        return words;
    }

    /** The largest scale, in hundredths, at which the picture is not too large. */
    public double fittingScale() {
        return Math.floor(fitting * 100) / 100;
    }
}
