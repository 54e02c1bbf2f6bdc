package kubenat.render.picture;

/** A filled circle with a short text in its middle. */
public record Disc(Point middle, double radius, Paint paint, Paint ink, String words) implements Shape {

    @Override
    public Area area() {
        return new Area(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
    }

    @Override
    public Disc moved(double right, double down) {
        return new Disc(middle.moved(right, down), radius, paint, ink, words);
    }
}
