package kubenat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Writes what a distribution holds beside the program: manual pages, and completion for bash, zsh and fish. */
final class DistributionTexts {
    private final Path share;
    private final CommandSpec root;

    private DistributionTexts(Path share, CommandSpec root) {
        this.share = share;
        this.root = root;
    }

    /** Takes the folder {@code share} of the distribution. */
    public static void main(String[] arguments) throws IOException {
        PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream());
        CommandLine root = KubeNat.commandLine(Streams.of(nowhere, nowhere, InputStream.nullInputStream()));
        DistributionTexts texts = new DistributionTexts(Path.of(arguments[0]), root.getCommandSpec());
        texts.manualPages();
        texts.write("bash-completion/completions/kube-nat", AutoComplete.bash("kube-nat", root));
        texts.write("zsh/site-functions/_kube-nat", new ZshCompletion(root.getCommandSpec()).text());
        texts.write("fish/vendor_completions.d/kube-nat.fish", new FishCompletion(root.getCommandSpec()).text());
    }

    private void manualPages() throws IOException {
        write("man/man1/kube-nat.1", new ManualPage(root).text());
        for (CommandLine command : root.subcommands().values()) {
            write(
                    "man/man1/kube-nat-%s.1".formatted(command.getCommandName()),
                    new ManualPage(command.getCommandSpec()).text());
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = share.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
