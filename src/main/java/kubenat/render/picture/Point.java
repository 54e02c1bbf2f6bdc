package kubenat.render.picture;

/** A place in a picture, in points from its upper left corner. */
public record Point(double x, double y) {

    public Point moved(double right, double down) {
        return new Point(x + right, y + down);
    }
}
