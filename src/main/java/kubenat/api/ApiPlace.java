package kubenat.api;

/**
 * Where the name of an object stands in a file.
 *
 * @param file as the user called it
 */
public record ApiPlace(String file, int line, int column) {}
