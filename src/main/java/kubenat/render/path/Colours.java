package kubenat.render.path;

import kubenat.render.picture.Paint;
import kubenat.render.picture.Ribbon;

/** The colours of an ending and of what leads to it. */
record Colours(Paint card, Paint bar, Paint ink, Ribbon.Colours ribbon) {
    private static final Colours ENDPOINT = new Colours(
            Paint.ENDPOINT,
            Paint.ENDPOINT_BAR,
            Paint.TEXT,
            new Ribbon.Colours(Paint.RIBBON, Paint.RIBBON_EDGE, Paint.RIBBON_ARROW));
    private static final Colours UNTRANSLATED = new Colours(
            Paint.PLAIN,
            Paint.PLAIN_BAR,
            Paint.TEXT,
            new Ribbon.Colours(Paint.PLAIN_RIBBON, Paint.PLAIN_EDGE, Paint.PLAIN_ARROW));
    private static final Colours PROBLEM = new Colours(
            Paint.PROBLEM,
            Paint.PROBLEM_BAR,
            Paint.PROBLEM_TEXT,
            new Ribbon.Colours(Paint.PROBLEM_RIBBON, Paint.PROBLEM_EDGE, Paint.PROBLEM_ARROW));

    static Colours of(EndingKey.Kind kind) {
        return switch (kind) {
            case ENDPOINT -> ENDPOINT;
            case UNTRANSLATED -> UNTRANSLATED;
            case PROBLEM -> PROBLEM;
        };
    }
}
