package kubenat.cli;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import kubenat.cli.KnownOption.Kind;
import picocli.CommandLine.ITypeConverter;

/**
 * Reads a command line as picocli would, if nothing about it is unusual: each word is an option that is known, its value, or
 * a word that belongs to no option. Whatever else there is, help and mistakes above all, is left to picocli.
 */
final class DirectReader {
    private final KnownOptions known;
    private final String name;
    private final Callable<Integer> command;
    private final Set<String> given = new HashSet<>();

    private DirectReader(KnownOptions known, String name, Callable<Integer> command) {
        this.known = known;
        this.name = name;
        this.command = command;
    }

    /** The command with its options set; nothing if picocli has to read the line. */
    static Optional<Callable<Integer>> read(KnownOptions known, Streams streams, String... arguments) {
        if (arguments.length == 0 || !known.suffice(arguments[0])) {
            return Optional.empty();
        }
        Iterator<String> words = List.of(arguments).iterator();
        String name = words.next();
        return Commands.named(name, streams).filter(command -> new DirectReader(known, name, command).takesAll(words));
    }

    private boolean takesAll(Iterator<String> words) {
        while (words.hasNext()) {
            if (!takesNext(words)) {
                return false;
            }
        }
        return true;
    }

    private boolean takesNext(Iterator<String> words) {
        String word = words.next();
        if (isPlain(word)) {
            return takes(KnownOption.WORDS, word);
        }
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        if (equals > 0) {
            String option = word.substring(0, equals);
            return !isFlag(option) && takes(option, word.substring(equals + 1));
        }
        return isFlag(word) ? takes(word, "true") : words.hasNext() && takes(word, words.next());
    }

    private boolean isFlag(String option) {
        return known.find(name, option)
                .filter(found -> found.kind() == Kind.FLAG)
                .isPresent();
    }

    /** Whether it can be neither an option, nor the name of a file of arguments, nor text in quotes. */
    private static boolean isPlain(String word) {
        boolean isOption = word.startsWith("-") && !word.equals("-");
        return !word.isEmpty() && !isOption && !word.startsWith("@") && word.indexOf('"') < 0;
    }

    private boolean takes(String name, String value) {
        Optional<KnownOption> option = known.find(this.name, name);
        return option.isPresent() && isPlain(value) && isNew(option.get()) && isSet(option.get(), value);
    }

    private boolean isNew(KnownOption option) {
        return option.kind() == Kind.LIST || given.add(option.holder() + " " + option.member());
    }

    private boolean isSet(KnownOption option, String value) {
        try {
            set(option, value);
            return true;
        } catch (ReflectiveOperationException missing) {
            throw new LinkageError("not as the build has found it: " + option, missing);
        } catch (Exception unreadable) {
            // A converter may throw anything. picocli finds the same, and says it.
            return false;
        }
    }

    private void set(KnownOption option, String value) throws Exception {
        Object holder = option.holder().equals(KnownOption.COMMAND)
                ? command
                : field(command, option.holder()).get(command);
        if (option.kind() == Kind.CALL) {
            Method method = holder.getClass().getDeclaredMethod(option.member(), String.class);
            method.invoke(holder, value);
            return;
        }
        Field field = field(holder, option.member());
        switch (option.kind()) {
            case FLAG -> field.setBoolean(holder, true);
            case LIST -> add(option, value, (List<?>) field.get(holder));
            case OPTIONAL -> field.set(holder, Optional.of(converted(option, value)));
            default -> field.set(holder, converted(option, value));
        }
    }

    private static Field field(Object holder, String name) throws NoSuchFieldException {
        Field field = holder.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @SuppressWarnings("unchecked")
    private static void add(KnownOption option, String value, List<?> list) throws Exception {
        for (String each : option.isSplit() ? value.split(",", -1) : new String[] {value}) {
            ((List<Object>) list).add(converted(option, each));
        }
    }

    private static Object converted(KnownOption option, String value) throws Exception {
        return switch (option.conversion()) {
            case "java.lang.String" -> value;
            case "int", "java.lang.Integer" -> Integer.valueOf(value);
            case "double", "java.lang.Double" -> Double.valueOf(value);
            default -> valueOf(option, value);
        };
    }

    private static Object valueOf(KnownOption option, String value) throws Exception {
        Class<?> type = Class.forName(option.conversion());
        if (type.isEnum()) {
            return constant(type, value);
        }
        if (type == Path.class) {
            return Path.of(value);
        }
        ITypeConverter<?> converter =
                (ITypeConverter<?>) type.getDeclaredConstructor().newInstance();
        return converter.convert(value);
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
