package kubenat.lint;

/**
 * Another place that a finding has to do with.
 *
 * @param words what that place does, such as {@code takes every packet before}
 */
public record Related(Place place, String words) {}
