package kubenat.render;

/** A line of a dump. */
public record Spot(String dump, long line) {}
