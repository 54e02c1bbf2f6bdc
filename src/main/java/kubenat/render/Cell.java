package kubenat.render;

/** A piece of a line and what it stands for. */
public record Cell(Theme.Role role, String text) {
    public static final Cell EMPTY = new Cell(Theme.Role.NORMAL, "");

    public static Cell of(String text) {
        return new Cell(Theme.Role.NORMAL, text);
    }
}
