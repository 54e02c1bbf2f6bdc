package kubenat.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** How long the files and the methods of a source folder are, in lines; comments before a method do not count. */
public record SourceSizes(List<Size> files, List<Size> methods) {
    public SourceSizes {
        files = files.stream().sorted().toList();
        methods = methods.stream().sorted().toList();
    }

    /** One file or method; the longest comes first. */
    public record Size(String name, int lines) implements Comparable<Size> {
        @Override
        public int compareTo(Size other) {
            int byLines = Integer.compare(other.lines, lines);
            return byLines != 0 ? byLines : name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%4d  %s", lines, name);
        }
    }

    /** Measures every Java file below a folder. */
    public static SourceSizes below(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(folder)) {
            paths = tree.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        List<Size> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(new Size(name(folder, path), Files.readAllLines(path).size()));
        }
        return new SourceSizes(files, methods(folder, paths));
    }

    /** The length that so many of 100 files do not exceed. */
    public int filesPercentile(int percent) {
        int shorter = (files.size() * percent + 99) / 100;
        return files.get(files.size() - Math.max(1, shorter)).lines();
    }

    private static List<Size> methods(Path folder, List<Path> paths) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Size> methods = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                String prefix = name(folder, Path.of(file.getSourceFile().getName())) + " ";
                file.accept(new MethodScanner(prefix, file, positions, methods), null);
            }
        }
        return methods;
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Collects the methods of one file. */
    private static final class MethodScanner extends TreeScanner<Void, Void> {
        private final String prefix;
        private final CompilationUnitTree file;
        private final SourcePositions positions;
        private final List<Size> found;

        MethodScanner(String prefix, CompilationUnitTree file, SourcePositions positions, List<Size> found) {
            this.prefix = prefix;
            this.file = file;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            long first = line(positions.getStartPosition(file, method));
            long last = line(positions.getEndPosition(file, method));
            found.add(new Size(prefix + method.getName(), (int) (last - first) + 1));
            return super.visitMethod(method, nothing);
        }

        private long line(long offset) {
            return file.getLineMap().getLineNumber(offset);
        }
    }
}
