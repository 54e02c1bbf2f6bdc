package kubenat.render.path;

import static kubenat.testing.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.packet.Protocol;
import kubenat.render.Answer;
import kubenat.render.PictureCases;
import kubenat.render.picture.Geometry;
import kubenat.render.picture.Ribbon;
import kubenat.render.picture.Scene;
import kubenat.testing.DumpFiles;
import kubenat.testing.Dumps;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathGeometryIT {
    @TestFactory
    Stream<DynamicTest> everySampleIsDrawnWithoutAFault() throws IOException {
        return drawn(Path.of("samples"));
    }

    @TestFactory
    Stream<DynamicTest> everyDiagnosedBugIsDrawnWithoutAFault() throws IOException {
        return drawn(SharedFiles.at("corpus/cases"));
    }

    @TestFactory
    Stream<DynamicTest> everyDumpOfOthersIsDrawnWithoutAFault() throws IOException {
        return drawn(SharedFiles.at("corpus/thirdparty"));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleSetOfKubernetesTestsIsDrawnWithoutAFault() throws IOException {
        return DumpFiles.files(SharedFiles.at("flows-rulesets"), ".json")
                .map(file -> dynamicTest(String.valueOf(file.getFileName()), () -> drawn(rules(file))));
    }

    private static Ruleset rules(Path file) throws IOException {
        return Dumps.parse(
                new ObjectMapper().readTree(file.toFile()).get("rules").asText());
    }

    @Test
    void rulesByLotAreDrawnWithoutAFault() {
        forAll(PictureCases::random, PathGeometryIT::drawn);
    }

    @ParameterizedTest(name = "{0} endpoints")
    @ValueSource(ints = {1, 2, 5, 6, 12, 13, 200, 2000})
    void anyNumberOfEndpointsIsDrawnWithoutAFault(int endpoints) {
        Answer answer = PictureCases.answer(Dumps.parse(service(endpoints)), Protocol.TCP, "10.96.9.9", 80);

        check(answer);
        assertThat(PathScene.of(answer).height()).isLessThan(1500);
    }

    @Test
    void longAddressesOfIpv6FitTheirCards() {
        Ruleset ruleset = Dumps.parse("""
                *nat
                :PREROUTING ACCEPT [0:0]
                -A PREROUTING -d 2001:db8:1111:2222:3333:4444:5555:6666/128 -p tcp -m tcp --dport 65535 -j DNAT --to-destination [2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff]:65535
                COMMIT
                """);

        check(PictureCases.answer(ruleset, Protocol.TCP, "2001:db8:1111:2222:3333:4444:5555:6666", 65535));
    }

    private static Stream<DynamicTest> drawn(Path folder) throws IOException {
        return DumpFiles.each(folder, PathGeometryIT::drawn);
    }

    private static void drawn(Ruleset ruleset) {
        PictureCases.ofDump(ruleset).forEach(PathGeometryIT::check);
    }

    private static void check(Answer answer) {
        Scene scene = PathScene.of(answer);
        Geometry.check(scene);
        List<Section> sections = Sections.of(answer.trace(), answer.ruleset());
        if (sections.size() == 1) {
            ribbonsAreAsThickAsTheirShares(scene, sections.get(0));
        }
    }

    private static void ribbonsAreAsThickAsTheirShares(Scene scene, Section section) {
        List<Double> thick = scene.shapes().stream()
                .filter(Ribbon.class::isInstance)
                .map(shape -> ((Ribbon) shape).thickness())
                .sorted(Comparator.reverseOrder())
                .toList();
        Set<ChainName> joining = section.entries().stream()
                .filter(entry -> section.hubs().isEmpty() && entry.sameAs() > 0)
                .map(Entry::table)
                .collect(Collectors.toSet());
        List<Double> shares = EndingRow.of(section.endings()).stream()
                .flatMap(row -> row.arrivals().stream())
                .filter(arrival -> !joining.contains(arrival.source()))
                .map(arrival -> arrival.share().toDouble())
                .sorted(Comparator.reverseOrder())
                .toList();

        assertThat(thick).hasSameSizeAs(shares);
        IntStream.range(0, thick.size())
                .forEach(i ->
                        assertThat(thick.get(i) * shares.get(0)).isCloseTo(thick.get(0) * shares.get(i), within(1e-6)));
    }

    private static String service(int endpoints) {
        StringBuilder rules = new StringBuilder("*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -j KUBE-SERVICES\n");
        rules.append("-A KUBE-SERVICES -d 10.96.9.9/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-AAAAAAAAAAAAAAAA\n");
        for (int i = 0; i < endpoints; i++) {
            String chance =
                    i == endpoints - 1 ? "" : " -m statistic --mode random --probability " + 1.0 / (endpoints - i);
            rules.append("-A KUBE-SVC-AAAAAAAAAAAAAAAA%s -j KUBE-SEP-%016d\n".formatted(chance, i));
            rules.append("-A KUBE-SEP-%016d -p tcp -j DNAT --to-destination 10.244.%d.%d:8080\n"
                    .formatted(i, i / 250, 1 + i % 250));
        }
        return rules.append("COMMIT\n").toString();
    }
}
