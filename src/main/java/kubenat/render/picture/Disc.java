package kubenat.render.picture;

import java.util.Optional;

/** A filled circle with a short text in its middle. */
public record Disc(Point middle, double radius, Paint paint, Paint ink, String words) implements Shape {

    /** Its words as a text of their own. */
    public Optional<Text> label() {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.centred(middle.x(), middle.y() + 3.8, Face.CHIP, ink, words));
    }

    @Override
    public Area area() {
        return new Area(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
    }

    @Override
    public Disc moved(double right, double down) {
        return new Disc(middle.moved(right, down), radius, paint, ink, words);
    }
}
