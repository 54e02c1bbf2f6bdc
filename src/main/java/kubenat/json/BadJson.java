package kubenat.json;

/** A text is no JSON, or a field is not of the type that is asked for. The message is one line. */
public final class BadJson extends Exception {
    private static final long serialVersionUID = 1L;

    public BadJson(String message) {
        super(message);
    }
}
