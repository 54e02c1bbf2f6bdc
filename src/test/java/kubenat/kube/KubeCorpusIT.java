package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Share;
import kubenat.model.target.DestinationNat;
import kubenat.source.DumpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, entries and Services of all dumps at hand. */
class KubeCorpusIT {
    private final ChainHash hash = new ChainHash();

    @TempDir
    private Path made;

    @ParameterizedTest
    @CsvSource({"corpus/cases", "corpus/thirdparty"})
    void everyReadableChainOfRealDumpsHasTheHashOfItsComment(String folder) {
        List<String> wrong = new ArrayList<>();
        int[] proved = new int[2];
        KubeDumps.files(folder, ".rules").forEach(file -> {
            Ruleset ruleset = KubeDumps.file(file);
            ruleset.table(TableName.NAT).stream()
                    .flatMap(table -> table.chains())
                    .flatMap(chain -> chain.rules().stream())
                    .forEach(rule -> check(rule, file.getFileName() + " ", wrong, proved));
        });

        assertThat(wrong).isEmpty();
        assertThat(proved[0]).as("jumps to Service chains").isGreaterThan(20);
        assertThat(proved[1]).as("DNAT rules").isGreaterThan(40);
    }

    private void check(Rule rule, String where, List<String> wrong, int[] proved) {
        RuleFields fields = new RuleFields(rule);
        boolean cut = fields.chain().flatMap(ChainRole::letters).orElse("").length() < ChainRole.HASH_LETTERS;
        if (fields.comment().isEmpty()) {
            return;
        }
        ServicePortName name = fields.comment().get().name();
        if (fields.leadsTo().isOfService() && !cut) {
            proved[0]++;
            String letters = fields.chain().flatMap(ChainRole::letters).orElseThrow();
            if (hash.provesService(letters, name).isEmpty()) {
                wrong.add(where + rule.text());
            }
        }
        if (rule.target() instanceof DestinationNat nat
                && ChainRole.of(rule.chain().name()) == ChainRole.SEP) {
            proved[1]++;
            String letters = ChainRole.letters(rule.chain().name()).orElseThrow();
            Protocol protocol = fields.protocol().orElseThrow();
            if (!hash.provesEndpoint(letters, name, protocol, nat.to().text())) {
                wrong.add(where + rule.text());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext", "svc"})
    void whatIsReadForOneQuestionIsWhatTheWholeTableHas(String layout) {
        Ruleset ruleset = KubeDumps.generated(made, layout, 2000);
        Entries whole = Entries.of(ruleset);

        Entries lazy = Entries.of(KubeDumps.file(made.resolve("g.save")));

        assertThat(whole.all().size()).isGreaterThan(150);
        assertThat(whole.all()).allSatisfy(entry -> {
            int port = entry.port().orElseThrow();
            ServicePortName name = entry.name().orElseThrow();
            assertThat(lazy.of(name)).isEqualTo(whole.of(name)).contains(entry);
            assertThat(lazy.portsOf(name.service())).isEqualTo(whole.portsOf(name.service()));
            entry.address().ifPresent(address -> {
                assertThat(lazy.at(address)).isEqualTo(whole.at(address));
                assertThat(lazy.at(entry.protocol().orElseThrow(), address, port))
                        .contains(entry);
            });
            if (entry.kind() == EntryKind.NODE_PORT) {
                assertThat(lazy.nodePort(port)).isEqualTo(whole.nodePort(port)).contains(entry);
            }
            entry.chain()
                    .flatMap(ChainRole::letters)
                    .ifPresent(letters -> assertThat(lazy.withLetters(letters)).isEqualTo(whole.withLetters(letters)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus/cases", "corpus/thirdparty", "corpus/odd", "corpus/extensions"})
    void everyDumpOfTheCorpusHasATableAndTheSameOneTwice(String folder) {
        List<Path> files = KubeDumps.files(folder, "");

        assertThat(files).isNotEmpty().allSatisfy(file -> {
            try {
                assertThat(Services.of(KubeDumps.file(file)))
                        .hasToString(Services.of(KubeDumps.file(file)).toString());
            } catch (IllegalArgumentException noDump) {
                assertThat(noDump).hasCauseInstanceOf(DumpException.class);
            }
        });
    }

    @Test
    void inALargeClusterEveryEndpointIsProvedAndSharesAddUpToOne() {
        Services services = Services.of(KubeDumps.shared("scale/kube-proxy-500x4.iptables-save.gz"));

        assertThat(services.all()).hasSize(500).allSatisfy(service -> {
            assertThat(service.notes()).isEmpty();
            assertThat(service.endpoints())
                    .allSatisfy(endpoint -> assertThat(endpoint.proof()).isEqualTo(Proof.PROVED));
            Share sum = service.endpoints().stream().map(Endpoint::share).reduce(Share.NONE, Share::plus);
            assertThat(sum).isEqualTo(service.endpoints().isEmpty() ? Share.NONE : Share.ALL);
        });
    }
}
