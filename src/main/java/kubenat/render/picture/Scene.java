package kubenat.render.picture;

import java.util.List;

/**
 * A whole picture.
 *
 * @param title its name, in one line
 * @param description what it says, in words, for who cannot see it
 * @param shapes from the lowest to the topmost
 */
public record Scene(String title, String description, double width, double height, List<Shape> shapes) {
    public Scene {
        shapes = List.copyOf(shapes);
    }
}
