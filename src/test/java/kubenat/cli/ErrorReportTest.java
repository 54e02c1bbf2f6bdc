package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import kubenat.source.DumpException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;

class ErrorReportTest {
    private final StringWriter err = new StringWriter();

    @Test
    void passesTheExitCodeOfTheCommandOn() {
        assertThat(new ErrorReport(new PrintWriter(err)).exitCode(() -> ExitCode.FINDINGS))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void reportsWhateverTheCommandThrows() {
        int exitCode = new ErrorReport(new PrintWriter(err)).exitCode(() -> {
            throw new StackOverflowError("planted");
        });

        assertThat(exitCode).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("StackOverflowError: planted");
    }

    @Test
    void saysWhatIsWrongWithTheInputAndWhatHelps() {
        Exception thrown = new DumpException("a.rules: not a dump", "iptables-save makes one");

        assertThat(exitCode(thrownByACommand(thrown))).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).isEqualTo("""
                kube-nat: a.rules: not a dump
                  = help: iptables-save makes one
                """);
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(exitCode(thrownByACommand(new NoSuchFileException("a.rules"))))
                .isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).isEqualTo("kube-nat: a.rules: no such file\n");
    }

    @Test
    void saysThatAFileMayNotBeRead() {
        assertThat(exitCode(new UncheckedIOException(new AccessDeniedException("a.rules"))))
                .isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).isEqualTo("kube-nat: a.rules: permission denied\n");
    }

    @Test
    void keepsQuietWhenTheReaderOfThePipeHasLeft() {
        assertThat(exitCode(new OutputException(new IOException("Broken pipe"))))
                .isEqualTo(ExitCode.CLOSED_PIPE);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysThatTheOutputIsLost() {
        assertThat(exitCode(new OutputException(new IOException("No space left on device"))))
                .isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).isEqualTo("kube-nat: cannot write the output: No space left on device\n");
    }

    @Test
    void asksForAReportOfOurOwnFaultsWithTheStackTrace() {
        assertThat(exitCode(thrownByACommand(new IllegalStateException("planted"))))
                .isEqualTo(ExitCode.FAULT);
        assertThat(err.toString())
                .startsWith("kube-nat: this is a fault of kube-nat, not of your dump\n")
                .contains("please report it", "IllegalStateException: planted", "\tat kubenat.cli.ErrorReportTest");
    }

    @Test
    void saysWhatMayHelpWhenMemoryRunsOut() {
        assertThat(exitCode(new OutOfMemoryError("Java heap space"))).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("KUBE_NAT_JAVA_OPTS=-Xmx");
    }

    private int exitCode(Throwable thrown) {
        return new ErrorReport(new PrintWriter(err)).report(thrown);
    }

    private static Exception thrownByACommand(Exception thrown) {
        return new ExecutionException(new CommandLine(CommandLine.Model.CommandSpec.create()), "wrapped", thrown);
    }
}
