package kubenat.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kubenat.render.Links;
import kubenat.render.Spot;

/**
 * What the terminal at standard output can do, as the environment says; Java itself cannot ask it.
 *
 * @param columns how wide it is; the launcher asks stty
 * @param isSimple whether it knows neither colours nor links
 */
record Terminal(int columns, boolean isSimple) {
    /** Narrower ones have no room for one address beside its share. */
    private static final int NARROWEST = 20;

    /** The terminal of a process with this environment. */
    static Terminal of(Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "dumb");
        boolean isSimple = kind.equals("dumb") || kind.isEmpty() || environment.containsKey("NO_COLOR");
        return new Terminal(columns(environment.getOrDefault("COLUMNS", "")), isSimple);
    }

    private static int columns(String text) {
        boolean isNumber = !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int columns = isNumber ? Integer.parseInt(text) : 0;
        return columns == 0 ? Integer.MAX_VALUE : Math.max(NARROWEST, columns);
    }

    /** Links to files; none for what came from standard input or out of an archive. */
    Links links() {
        return isSimple
                ? Links.NONE
                : spot -> file(spot).map(path -> path + "#" + spot.line()).orElse("");
    }

    private static Optional<String> file(Spot spot) {
        Path path = Path.of(spot.dump());
        return Files.isRegularFile(path) ? Optional.of(path.toUri().toASCIIString()) : Optional.empty();
    }
}
