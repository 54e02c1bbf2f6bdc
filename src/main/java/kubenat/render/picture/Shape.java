package kubenat.render.picture;

/** One thing that a picture is made of. */
public sealed interface Shape permits Box, Disc, Ribbon, Text, Wire {

    /** The rectangle that it lies in. */
    Area area();

    Shape moved(double right, double down);
}
