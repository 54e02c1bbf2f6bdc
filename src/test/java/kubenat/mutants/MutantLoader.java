package kubenat.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads kube-nat and its tests anew, with some classes changed; what they use is shared with this JVM. */
final class MutantLoader extends ClassLoader {
    private static final List<Path> FOLDERS = List.of(Path.of("target/classes"), Path.of("target/test-classes"));

    private final Map<String, byte[]> changed;

    MutantLoader(Map<String, byte[]> changed) {
        super(MutantLoader.class.getClassLoader());
        this.changed = changed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("kubenat.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            byte[] bytes = changed.containsKey(name) ? changed.get(name) : Files.readAllBytes(file(name));
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private static Path file(String name) throws ClassNotFoundException {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name.replace('.', '/') + ".class"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException(name));
    }
}
