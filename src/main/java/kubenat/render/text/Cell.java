package kubenat.render.text;

import kubenat.render.Theme;

/** A piece of a line and what it stands for. */
record Cell(Theme.Role role, String text) {
    static final Cell EMPTY = new Cell(Theme.Role.NORMAL, "");

    static Cell of(String text) {
        return new Cell(Theme.Role.NORMAL, text);
    }
}
