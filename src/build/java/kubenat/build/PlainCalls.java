package kubenat.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Rewrites a jar so that lambdas are instances of plain classes, and records have plain methods. As the compiler leaves them, Java puts
 * each together when it is first met, which takes a start longer than what they do; see
 * {@code docs/decisions/0024-no-calls-are-linked-at-run-time.md}.
 */
public final class PlainCalls {
    /** Whose classes are rewritten. */
    private static final Pattern PACKAGES = Pattern.compile("(kubenat|picocli|org/antlr)/.*\\.class");

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, ClassNode> classes = new LinkedHashMap<>();

    private PlainCalls() {}

    /** Takes the name of the jar, which is replaced. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        PlainCalls calls = new PlainCalls();
        long time = calls.read(jar);
        calls.rewrite();
        calls.write(jar, time);
    }

    /** The entries, and the time that the first has. */
    private long read(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                try (InputStream bytes = file.getInputStream(entry)) {
                    entries.put(entry.getName(), bytes.readAllBytes());
                }
            }
            return file.entries().nextElement().getTime();
        }
    }

    private void rewrite() {
        entries.forEach((name, bytes) -> {
            if (PACKAGES.matcher(name).matches()) {
                ClassNode node = new ClassNode();
                new ClassReader(bytes).accept(node, 0);
                // Classes of one nest may use each other's private methods since Java 11.
                if ((node.version & 0xffff) >= Opcodes.V11) {
                    classes.put(node.name, node);
                }
            }
        });
        boolean plain = classes.keySet().stream().anyMatch(name -> name.startsWith(PlainStart.PACKAGE));
        for (ClassNode node : classes.values()) {
            if (plain && node.name.startsWith("kubenat/") && !node.name.startsWith(PlainStart.PACKAGE)) {
                PlainStart.write(node);
            }
            RecordMethods.write(node);
            CallClass calls = new CallClass(node);
            if (calls.take()) {
                ClassNode host = node.nestHostClass == null ? node : classes.get(node.nestHostClass);
                calls.joinNest(host);
                entries.put(calls.name() + ".class", calls.bytes());
            }
        }
        classes.forEach((name, node) -> entries.put(name + ".class", bytes(node)));
    }

    private static byte[] bytes(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    private void write(Path jar, long time) throws IOException {
        Path written = jar.resolveSibling("rewritten.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(written))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                JarEntry next = new JarEntry(entry.getKey());
                next.setTime(time);
                out.putNextEntry(next);
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
