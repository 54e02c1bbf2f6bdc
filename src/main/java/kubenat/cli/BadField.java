package kubenat.cli;

/** What a user said of a packet cannot be. The message is {@code VALUE: not …}, without the field's name. */
final class BadField extends Exception {
    private static final long serialVersionUID = 1L;

    private final PacketField field;

    BadField(PacketField field, String message) {
        super(message);
        this.field = field;
    }

    PacketField field() {
        return field;
    }
}
