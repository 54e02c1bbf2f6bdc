package kubenat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kubenat.render.services.PictureIndex;

/**
 * A folder of pictures and the page that leads to them. It is a new one, an empty one, or one that was written this way before: then
 * what its page led to is replaced, and nothing else is touched.
 */
final class PictureFolder {
    private static final String INDEX = "index.html";
    private static final Pattern LINK = Pattern.compile("<td><a href=\"([A-Za-z0-9._-]+)\">");
    private static final int LONGEST = 180;

    private final Path folder;
    private final Set<String> before = new TreeSet<>();
    private final Set<String> taken = new HashSet<>();

    private PictureFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder if there is none; refuses one that holds what is not ours. */
    static PictureFolder open(Path folder) {
        PictureFolder pictures = new PictureFolder(folder);
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new UsageException("--output-dir " + folder + ": is no folder", "name a new one");
            }
            Files.createDirectories(folder);
            pictures.look();
            return pictures;
        } catch (IOException failure) {
            String reason = failure instanceof NoSuchFileException
                    ? "this folder cannot be made"
                    : OutputFile.reason(folder, failure);
            throw new OutputException(new IOException(folder + ": " + reason, failure));
        }
    }

    private void look() throws IOException {
        Path index = folder.resolve(INDEX);
        String page = Files.isRegularFile(index) ? Files.readString(index) : "";
        if (page.contains(PictureIndex.MARK)) {
            for (Matcher link = LINK.matcher(page); link.find(); ) {
                before.add(link.group(1));
            }
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new UsageException(
                        "--output-dir " + folder
                                + ": holds files that are not pictures of kube-nat; nothing was written",
                        "name a new folder");
            }
        }
    }

    /** The name of a picture's file, which no other one has, whatever the case of letters: {@code default_web_http.svg}. */
    String name(String label, String ending) {
        String plain = label.replace('/', '_').replace(':', '_').replaceAll("[^A-Za-z0-9._-]", "-");
        String start = plain.isEmpty() ? "unnamed" : shortened(plain);
        String name = start + "." + ending;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)) || name.equals(INDEX); i++) {
            name = start + "-" + i + "." + ending;
        }
        before.remove(name);
        return name;
    }

    private static String shortened(String plain) {
        return plain.substring(0, Math.min(LONGEST, plain.length())).replaceFirst("^[.-]", "_");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Where the page goes. */
    Path index() {
        return folder.resolve(INDEX);
    }

    /** Deletes the pictures that the page before led to and that were not drawn again; how many. */
    int deleteOld() {
        try {
            for (String name : before) {
                Files.deleteIfExists(file(name));
            }
            return before.size();
        } catch (IOException failure) {
            throw new OutputException(failure);
        }
    }
}
