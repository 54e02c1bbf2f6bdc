package kubenat.render.raster;

import java.util.ArrayList;
import java.util.List;

/** A closed contour of a glyph: points on the curve, and control points between them; between two of those lies a point unsaid. */
final class GlyphContour {
    private final Pen pen;
    private final List<Place> places = new ArrayList<>();

    private record Place(double x, double y, boolean onCurve) {
        Place between(Place other) {
            return new Place((x + other.x) / 2, (y + other.y) / 2, true);
        }
    }

    GlyphContour(Pen pen) {
        this.pen = pen;
    }

    void add(double x, double y, boolean onCurve) {
        places.add(new Place(x, y, onCurve));
    }

    void draw() {
        if (places.size() < 2) {
            return;
        }
        int size = places.size();
        int begin = 0;
        while (begin < size && !places.get(begin).onCurve()) {
            begin++;
        }
        Place first = begin < size ? places.get(begin) : places.get(size - 1).between(places.get(0));
        int from = begin < size ? begin + 1 : 0;
        int rest = begin < size ? size - 1 : size;
        pen.moveTo(first.x(), first.y());
        for (int i = 0; i < rest; i++) {
            Place place = places.get((from + i) % size);
            if (place.onCurve()) {
                pen.lineTo(place.x(), place.y());
            } else {
                Place next = i + 1 < rest ? places.get((from + i + 1) % size) : first;
                Place to = next.onCurve() ? next : place.between(next);
                pen.quadTo(place.x(), place.y(), to.x(), to.y());
            }
        }
        pen.close();
    }
}
