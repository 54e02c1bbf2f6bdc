package kubenat.render.chains;

import java.util.ArrayList;
import java.util.List;

/** The edges of a graph as {@code dot -Tplain} has laid them out: curves of Bézier pieces. */
record PlainEdges(List<Edge> edges) {
    private static final int PIECES = 12;

    /** One edge as a line of straight pieces, x and y in turn. */
    private record Edge(double[] line) {
        boolean crosses(Edge other) {
            for (int i = 0; i + 3 < line.length; i += 2) {
                for (int j = 0; j + 3 < other.line.length; j += 2) {
                    if (isCrossed(i, other, j) && other.isCrossed(j, this, i)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Whether the ends of the other's piece lie on different sides of ours. */
        private boolean isCrossed(int at, Edge other, int piece) {
            return side(at, other.line[piece], other.line[piece + 1])
                            * side(at, other.line[piece + 2], other.line[piece + 3])
                    < 0;
        }

        private double side(int at, double x, double y) {
            return (line[at + 2] - line[at]) * (y - line[at + 1]) - (line[at + 3] - line[at + 1]) * (x - line[at]);
        }
    }

    static PlainEdges of(String plain) {
        List<Edge> edges = new ArrayList<>();
        plain.lines().filter(line -> line.startsWith("edge ")).forEach(line -> {
            String[] words = line.split(" ");
            int count = Integer.parseInt(words[3]);
            double[] points = new double[2 * count];
            for (int i = 0; i < points.length; i++) {
                points[i] = Double.parseDouble(words[4 + i]);
            }
            edges.add(new Edge(straight(points)));
        });
        return new PlainEdges(edges);
    }

    private static double[] straight(double[] points) {
        int curves = (points.length / 2 - 1) / 3;
        double[] line = new double[2 * (curves * PIECES + 1)];
        for (int i = 0; i <= curves * PIECES; i++) {
            int curve = Math.min(i / PIECES, curves - 1);
            double t = (i - curve * PIECES) / (double) PIECES;
            for (int axis = 0; axis < 2; axis++) {
                line[2 * i + axis] = bezier(points, 6 * curve + axis, t);
            }
        }
        return line;
    }

    private static double bezier(double[] points, int at, double t) {
        double s = 1 - t;
        return s * s * s * points[at]
                + 3 * s * s * t * points[at + 2]
                + 3 * s * t * t * points[at + 4]
                + t * t * t * points[at + 6];
    }

    /** How many pairs of edges cross. */
    long crossings() {
        long count = 0;
        for (int i = 0; i < edges.size(); i++) {
            Edge one = edges.get(i);
            count += edges.stream().limit(i).filter(one::crosses).count();
        }
        return count;
    }
}
