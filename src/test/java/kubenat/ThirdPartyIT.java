package kubenat;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar says of each library in it whose it is and under which licence. */
class ThirdPartyIT {
    private static final Path JAR = Path.of(
            System.getProperty("kube-nat.launcher", "target/kube-nat/bin/kube-nat") + "/../../lib/kube-nat.jar");

    @Test
    void namesTheLicenceOfEveryLibrary() throws Exception {
        try (JarFile jar = new JarFile(JAR.normalize().toFile())) {
            ZipEntry entry = jar.getEntry("META-INF/THIRD-PARTY.md");
            String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            Set<String> named = Pattern.compile("\\| `(\\S+/)` \\|")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .collect(toCollection(TreeSet::new));

            assertThat(jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.endsWith(".class") && !name.startsWith("kubenat/"))
                            .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""))
                            .filter(name -> named.stream().noneMatch(name::startsWith)))
                    .isEmpty();
            assertThat(named).allMatch(folder -> has(jar, folder));
            assertThat(Stream.of("META-INF/LICENSE", "META-INF/NOTICE").map(jar::getEntry))
                    .doesNotContainNull();
        }
    }

    private static boolean has(JarFile jar, String folder) {
        return jar.stream().anyMatch(entry -> entry.getName().startsWith(folder));
    }
}
