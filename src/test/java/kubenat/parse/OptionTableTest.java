package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.model.match.MatchSyntaxes;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;
import kubenat.model.target.TargetSyntaxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptionTableTest {
    private static final List<OptionTable.Row> ROWS =
            OptionTable.lines().stream().map(OptionTable.Row::of).toList();

    static Stream<Syntax<?>> modelled() {
        return Stream.concat(MatchSyntaxes.ALL.stream(), TargetSyntaxes.ALL.stream());
    }

    @ParameterizedTest
    @MethodSource("modelled")
    void agreesWithIptablesOnEveryOptionThatIsModelled(Syntax<?> syntax) {
        for (Option option : syntax.options()) {
            Option real = row(syntax.module(), option.name())
                    .orElseThrow(() -> new AssertionError(
                            "iptables 1.8.9 has no %s of %s".formatted(option.name(), syntax.module())));

            assertThat(List.of(option.words(), option.optional()))
                    .as(option.name())
                    .isEqualTo(List.of(real.words(), real.optional()));
            assertThat(option.negatable()).as(option.name() + " may be negated").isEqualTo(real.negatable());
            assertThat(option.names()).containsAll(real.names());
        }
    }

    @Test
    void hasEachOptionOnce() {
        List<String> names = ROWS.stream()
                .flatMap(row -> row.option().stream()
                        .flatMap(option -> option.names().stream())
                        .map(name -> row.kind() + " " + row.module() + " " + name))
                .toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(350);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # protocol,      module
            tcp,             tcp
            icmp,            icmp
            ipv6-icmp,       icmp6
            icmpv6,          icmp6
            mobility-header, mh
            """)
    void knowsWhichModuleAProtocolBrings(String protocol, String module) {
        assertThat(OptionTable.standard().ofProtocol(protocol).name()).isEqualTo(module);
    }

    private static Optional<Option> row(String module, String name) {
        return ROWS.stream()
                .filter(row -> row.module().equals(module))
                .flatMap(row -> row.option().stream())
                .filter(option -> option.names().contains(name))
                .findFirst();
    }
}
