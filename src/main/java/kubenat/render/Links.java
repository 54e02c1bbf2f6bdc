package kubenat.render;

/** Where terminals that know links (OSC 8) find a line of a dump. */
@FunctionalInterface
public interface Links {
    /** No links: nobody could follow them. */
    Links NONE = spot -> "";

    /** The address; empty where there is no file. */
    String to(Spot spot);
}
