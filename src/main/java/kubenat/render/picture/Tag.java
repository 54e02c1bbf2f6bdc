package kubenat.render.picture;

/** The start of an XML element. */
final class Tag {
    private final String name;
    private final StringBuilder written;

    Tag(String name) {
        this.name = name;
        this.written = new StringBuilder(120).append('<').append(name);
    }

    /** An attribute; its value is escaped. */
    Tag with(String attribute, String value) {
        written.append(' ')
                .append(attribute)
                .append("=\"")
                .append(Xml.escaped(value))
                .append('"');
        return this;
    }

    Tag with(String attribute, double value) {
        return with(attribute, Coordinate.of(value));
    }

    /** Colours as attributes, and the class by which a style sheet finds the element. */
    Tag painted(Paint paint, Paint.Tone tone) {
        with("class", paint.cssClass()).with("fill", tone.fill());
        if (!tone.stroke().equals("none")) {
            with("stroke", tone.stroke()).with("stroke-width", paint.strokeWidth());
        }
        return this;
    }

    String open() {
        return written + ">";
    }

    /** The whole element with text in it. */
    String around(String text) {
        return written + ">" + Xml.escaped(text) + "</" + name + ">";
    }

    /** The whole element with nothing in it. */
    String empty() {
        return written + "/>";
    }
}
