package kubenat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kubenat.cli.KnownOption.Kind;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options as picocli's annotations have them. To read those takes longer than most answers, so the build does it once, and
 * writes down what it finds; see
 * {@code docs/decisions/0023-options-are-found-by-the-build.md}.
 */
final class AnnotatedOptions implements KnownOptions {
    /** What a reader makes of words by itself. */
    private static final Set<Class<?>> READ =
            Set.of(String.class, Path.class, int.class, Integer.class, double.class, Double.class);

    private final Set<String> commands = new TreeSet<>();
    private final Map<String, KnownOption> options = new TreeMap<>();

    AnnotatedOptions() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Streams streams = Streams.of(nowhere, nowhere, InputStream.nullInputStream());
        KubeNat.commandLine(streams).getSubcommands().forEach(this::add);
    }

    /** Writes the class {@link PackagedOptions} into the folder of sources that is given. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0], "kubenat/cli/PackagedOptions.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, new AnnotatedOptions().source());
    }

    @Override
    public boolean suffice(String command) {
        return commands.contains(command);
    }

    @Override
    public Optional<KnownOption> find(String command, String name) {
        return Optional.ofNullable(options.get(command + " " + name));
    }

    /** A command that cannot do without a word is left to picocli, which says what is missing. */
    private void add(String name, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.args().stream().anyMatch(ArgSpec::required)) {
            return;
        }
        commands.add(name);
        spec.positionalParameters().forEach(words -> add(name, KnownOption.WORDS, words));
        for (OptionSpec option : spec.options()) {
            if (!option.negatable() && !option.usageHelp() && !option.versionHelp()) {
                List.of(option.names()).forEach(each -> add(name, each, option));
            }
        }
    }

    private void add(String command, String name, ArgSpec spec) {
        if (spec.userObject() instanceof Member member && hasOneMeaning(spec)) {
            kind(spec, member).ifPresent(kind -> options.put(command + " " + name, of(kind, member, spec)));
        }
    }

    /** Whether nothing has to be known of other options, or of the words after it. */
    private static boolean hasOneMeaning(ArgSpec spec) {
        ArgGroupSpec group = spec.group();
        return !spec.interactive()
                && (group == null || !group.validate() && group.parentGroup() == null)
                && List.of("", ",").contains(spec.splitRegex())
                && (spec.isPositional()
                        ? spec.isMultiValue()
                        : spec.arity().max() <= 1 && !spec.arity().isVariable());
    }

    private static Optional<Kind> kind(ArgSpec spec, Member member) {
        if (member instanceof Method) {
            return spec.type() == String.class ? Optional.of(Kind.CALL) : Optional.empty();
        }
        Class<?> type = ((Field) member).getType();
        if (type == boolean.class) {
            return spec.arity().max() == 0 ? Optional.of(Kind.FLAG) : Optional.empty();
        }
        if (spec.arity().max() == 0 || conversion(spec).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(type == List.class ? Kind.LIST : type == Optional.class ? Kind.OPTIONAL : Kind.VALUE);
    }

    private static KnownOption of(Kind kind, Member member, ArgSpec spec) {
        Object command = spec.command().userObject();
        return new KnownOption(
                kind,
                holder(command.getClass(), member.getDeclaringClass()),
                member.getName(),
                conversion(spec).orElse(String.class.getName()),
                !spec.splitRegex().isEmpty());
    }

    private static String holder(Class<?> command, Class<?> declaring) {
        if (command == declaring) {
            return KnownOption.COMMAND;
        }
        for (Field field : command.getDeclaredFields()) {
            if (field.getType() == declaring) {
                return field.getName();
            }
        }
        throw new AssertionError("%s has no field for %s".formatted(command, declaring));
    }

    private static Optional<String> conversion(ArgSpec spec) {
        if (spec.converters().length > 0) {
            return Optional.of(spec.converters()[0].getClass().getName());
        }
        Class<?> type = spec.isMultiValue() || spec.typeInfo().isOptional() ? spec.auxiliaryTypes()[0] : spec.type();
        return type.isEnum() || READ.contains(type) ? Optional.of(type.getName()) : Optional.empty();
    }

    private String source() {
        StringBuilder names = new StringBuilder();
        commands.forEach(name -> names.append("            case \"%s\":\n".formatted(name)));
        StringBuilder found = new StringBuilder();
        options.forEach(
                (name, option) -> found.append("            case \"%s\": return \"%s\";\n".formatted(name, option)));
        return """
                package kubenat.cli;

                final class PackagedOptions {
                    static boolean suffice(String command) {
                        switch (command) {
                %s                return true;
                            default:
                                return false;
                        }
                    }

                    static String of(String command, String name) {
                        switch (command + " " + name) {
                %s            default: return "";
                        }
                    }
                }
                """.formatted(names, found);
    }
}
