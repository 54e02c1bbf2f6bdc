package kubenat.render.picture;

/** Which of its colours a picture has. */
public enum Tones {
    /** Light, and dark where the reader prefers that and the format can say so. */
    READERS,
    LIGHT,
    DARK;

    public Paint.Tone of(Paint paint) {
        return this == DARK ? paint.dark() : paint.light();
    }
}
