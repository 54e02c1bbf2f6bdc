package kubenat.render.picture;

import java.util.LinkedHashMap;
import java.util.Map;

/** The start of an XML element. */
final class Tag {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    Tag(String name) {
        this.name = name;
    }

    /** An attribute; its value is escaped when written. */
    Tag with(String attribute, String value) {
        attributes.put(attribute, value);
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
        StringBuilder out = new StringBuilder("<" + name);
        attributes.forEach((attribute, value) -> out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(Xml.escaped(value))
                .append('"'));
        return out.append('>').toString();
    }

    /** The whole element with text in it. */
    String around(String text) {
        return open() + Xml.escaped(text) + "</" + name + ">";
    }

    /** The whole element with nothing in it. */
    String empty() {
        String open = open();
        return open.substring(0, open.length() - 1) + "/>";
    }
}
