package kubenat.oracle;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Compares many random dumps with the kernel and shows the smallest case of each kind of difference:
 * {@code DifferentialRun FIRST-SEED DUMPS PACKETS}.
 */
public final class DifferentialRun {
    private int packets;
    private int differing;
    private int refused;

    private DifferentialRun() {}

    public static void main(String[] arguments) {
        long first = arguments.length > 0 ? Long.parseLong(arguments[0]) : 0;
        long dumps = arguments.length > 1 ? Long.parseLong(arguments[1]) : 200;
        int packets = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 150;
        boolean shrink = !Boolean.getBoolean("quick");
        DifferentialRun run = new DifferentialRun();
        LongStream.range(first, first + dumps).forEach(seed -> {
            for (Backend backend : Backend.values()) {
                run.compare(seed, packets, backend, shrink);
            }
        });
        System.out.printf(
                "seeds %d to %d, legacy and nft: %d dumps refused, %d packets, %d differ%n",
                first, first + dumps - 1, run.refused, run.packets, run.differing);
    }

    private void compare(long seed, int number, Backend backend, boolean shrink) {
        Differential random = Differential.random(seed, number);
        Optional<List<KernelAnswer>> answers = random.ask(backend);
        if (answers.isEmpty()) {
            refused++;
            System.out.printf("seed %d %s: refused%n", seed, backend);
            return;
        }
        packets += answers.get().size();
        List<Differential.Difference> differences = random.compare(backend, answers.get());
        differing += differences.size();
        if (!differences.isEmpty()) {
            System.out.printf("seed %d %s: %d differ%n", seed, backend, differences.size());
            show(random, differences.get(0), backend, shrink);
        }
    }

    private static void show(Differential random, Differential.Difference difference, Backend backend, boolean shrink) {
        Differential smallest = shrink ? new Shrinking(backend).smallest(random, difference.packet()) : random;
        System.out.println(shrink ? smallest.dump() + smallest.kernelCase().get("node") : "");
        (shrink
                        ? smallest.ask(backend)
                                .map(answers -> smallest.compare(backend, answers))
                                .orElse(List.of())
                        : List.of(difference))
                .forEach(each -> System.out.println(each.text()));
    }
}
