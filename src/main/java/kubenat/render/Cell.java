package kubenat.render;

import java.util.Optional;

/**
 * A piece of a line and what it stands for.
 *
 * @param spot the line of a dump that it leads to, where a terminal can follow a link
 */
public record Cell(Theme.Role role, String text, Optional<Spot> spot) {
    public static final Cell EMPTY = new Cell(Theme.Role.NORMAL, "");

    public Cell(Theme.Role role, String text) {
        this(role, text, Optional.empty());
    }

    public static Cell of(String text) {
        return new Cell(Theme.Role.NORMAL, text);
    }

    Cell withText(String now) {
        return new Cell(role, now, spot);
    }
}
