package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePortNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text                      | namespace   | name       | port    | printed
            default/kubernetes:https    | default     | kubernetes | https   | default/kubernetes:https
            default/web                 | default     | web        |         | default/web
            default/kubernetes:         | default     | kubernetes |         | default/kubernetes
            kube-system/kube-dns:dns-tcp| kube-system | kube-dns   | dns-tcp | kube-system/kube-dns:dns-tcp
            """)
    void readsTheNamesThatKubeProxyWrites(String text, String namespace, String name, String port, String printed) {
        ServicePortName read = ServicePortName.parse(text);

        assertThat(read).isEqualTo(new ServicePortName(namespace, name, Optional.ofNullable(port)));
        assertThat(read).hasToString(printed);
        assertThat(ServicePortName.parse(printed)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "web", "default/", "/web", "a/b/c", "default/web:a:b", "default/web http", "kubernetes "})
    void takesNoOtherTextForAName(String text) {
        assertThat(ServicePortName.read(text)).isEmpty();
        assertThatThrownBy(() -> ServicePortName.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sortsByNamespaceThenNameThenPort() {
        assertThat(Stream.of("b/a", "a/b:http", "a/b", "a/a:z")
                        .map(ServicePortName::parse)
                        .sorted())
                .extracting(ServicePortName::toString)
                .containsExactly("a/a:z", "a/b", "a/b:http", "b/a");
    }
}
