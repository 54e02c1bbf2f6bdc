package kubenat.cli;

import java.util.Optional;

/** The options that {@link DirectReader} knows. */
interface KnownOptions {
    /** Whether they are all that a command can need; otherwise picocli reads its line. */
    boolean suffice(String command);

    /** The option of a command by one of its names; nothing if only picocli knows what to do with it. */
    Optional<KnownOption> find(String command, String name);

    /** None, so that picocli reads all. */
    KnownOptions NONE = new KnownOptions() {
        @Override
        public boolean suffice(String command) {
            return false;
        }

        @Override
        public Optional<KnownOption> find(String command, String name) {
            return Optional.empty();
        }
    };

    /** Those that the build has found. */
    KnownOptions PACKAGED = new KnownOptions() {
        @Override
        public boolean suffice(String command) {
            return PackagedOptions.suffice(command);
        }

        @Override
        public Optional<KnownOption> find(String command, String name) {
            String option = PackagedOptions.of(command, name);
            return option.isEmpty() ? Optional.empty() : Optional.of(KnownOption.read(option));
        }
    };
}
