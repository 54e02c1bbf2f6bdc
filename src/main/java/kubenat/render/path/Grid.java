package kubenat.render.path;

/**
 * Where the columns of a section are, in points.
 *
 * @param hubs whether there is a column between the way in and the endings
 */
record Grid(boolean hubs) {
    static final double MARGIN = 32;
    static final double RAIL = MARGIN + 20;
    static final double STEP = MARGIN + 40;
    static final double STEP_WIDTH = 308;
    static final double STEP_RIGHT = STEP + STEP_WIDTH;
    static final double HUB = 450;
    static final double HUB_WIDTH = 272;
    static final double ENDING_WIDTH = 310;
    /** How far the endings are from what sends packets to them. */
    static final double RIBBONS = 226;

    static Grid of(Section section) {
        return new Grid(!section.hubs().isEmpty());
    }

    double ending() {
        return (hubs ? HUB + HUB_WIDTH : STEP_RIGHT) + RIBBONS;
    }

    double right() {
        return ending() + ENDING_WIDTH;
    }

    /** The line that gathers what goes on from the endings. */
    double bus() {
        return right() + 16;
    }

    double pageWidth() {
        return bus() + MARGIN;
    }
}
