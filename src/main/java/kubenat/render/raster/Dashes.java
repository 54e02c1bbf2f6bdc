package kubenat.render.raster;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines into dashes. */
final class Dashes {
    private final double dash;
    private final double gap;
    private final List<Contour> dashes = new ArrayList<>();

    private Dashes(double dash, double gap) {
        this.dash = dash;
        this.gap = gap;
    }

    static List<Contour> along(List<Contour> lines, double dash, double gap) {
        Dashes dashes = new Dashes(dash, gap);
        lines.forEach(dashes::cut);
        return dashes.dashes;
    }

    private void cut(Contour line) {
        Pen pen = new Pen(1).moveTo(line.x(0), line.y(0));
        boolean isDash = true;
        double left = dash;
        for (int i = 1; i < line.size(); i++) {
            double x = line.x(i - 1);
            double y = line.y(i - 1);
            double length = Math.hypot(line.x(i) - x, line.y(i) - y);
            double done = 0;
            while (length - done > left) {
                done += left;
                double atX = x + (line.x(i) - x) * done / length;
                double atY = y + (line.y(i) - y) * done / length;
                draw(pen, isDash, atX, atY);
                isDash = !isDash;
                left = isDash ? dash : gap;
            }
            left -= length - done;
            draw(pen, isDash, line.x(i), line.y(i));
        }
        dashes.addAll(pen.contours());
    }

    private static void draw(Pen pen, boolean isDash, double x, double y) {
        if (isDash) {
            pen.lineTo(x, y);
        } else {
            pen.moveTo(x, y);
        }
    }
}
