package kubenat.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.Assumptions;

/** Asks the kernel of this machine, through {@code src/test/oracle/oracle.py}, what it does with packets under a dump. */
final class Kernel {
    private static final String SCRIPT = "src/test/oracle/oracle.py";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CANNOT_LOAD = 2;

    private Kernel() {}

    /** Why the kernel cannot be asked here; empty if it can. */
    static Optional<String> unusable() {
        try {
            ProcessRun probe = run("--probe");
            return probe.exitCode() == 0 ? Optional.empty() : Optional.of(probe.out() + probe.err());
        } catch (UncheckedIOException noPython) {
            return Optional.of(String.valueOf(noPython.getMessage()));
        }
    }

    /** Skips the running test, with the reason, where the kernel cannot be asked. */
    static void assumeUsable() {
        Optional<String> why = unusable();
        Assumptions.assumeTrue(why.isEmpty(), () -> "skipped: the kernel cannot be asked: " + why.orElse(""));
    }

    /**
     * What the kernel does with each packet of a case, in order; each packet begins a flow of its own.
     *
     * @return empty if the kernel, or iptables, refuses to load the dump
     */
    static Optional<List<KernelAnswer>> judge(String dump, ObjectNode kernelCase, Backend backend) {
        try {
            Path folder = Files.createTempDirectory("kube-nat-oracle");
            Path rules = Files.writeString(folder.resolve("rules"), dump);
            Path packets = Files.writeString(folder.resolve("case.json"), kernelCase.toString());
            Path out = folder.resolve("out.json");
            ProcessRun run = run(
                    "--dump", rules.toString(),
                    "--case", packets.toString(),
                    "--backend", backend.toString(),
                    "-o", out.toString());
            Optional<List<KernelAnswer>> answers = answers(run, out);
            for (Path file : List.of(rules, packets, out, folder)) {
                Files.deleteIfExists(file);
            }
            return answers;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<List<KernelAnswer>> answers(ProcessRun run, Path out) throws IOException {
        if (run.exitCode() == CANNOT_LOAD && run.err().startsWith("load:")) {
            return Optional.empty();
        }
        if (run.exitCode() != 0) {
            throw new AssertionError("oracle.py failed: " + run.err() + run.out());
        }
        List<KernelAnswer> answers = new ArrayList<>();
        for (JsonNode result : JSON.readTree(out.toFile()).get("results")) {
            answers.add(KernelAnswer.of(result));
        }
        return Optional.of(answers);
    }

    private static ProcessRun run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("python3", SCRIPT));
        command.addAll(List.of(arguments));
        return ProcessRun.of(Path.of(""), Map.of(), Path.of("/dev/null"), command);
    }
}
