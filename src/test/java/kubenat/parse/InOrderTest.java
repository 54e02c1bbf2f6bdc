package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 500})
    void handsOverInTheOrderOfAsking(int many) {
        List<Integer> taken = new ArrayList<>();
        try (InOrder<Integer> inOrder = new InOrder<>(taken::add)) {
            IntStream.range(0, many).forEach(i -> inOrder.add(() -> i));
            inOrder.finish();
        }

        assertThat(taken).isEqualTo(IntStream.range(0, many).boxed().toList());
    }

    @Test
    void whatEndsAMakerReachesWhoeverAsked() {
        OutOfMemoryError error = new OutOfMemoryError("of a maker");

        assertThatThrownBy(() -> {
                    try (InOrder<Integer> inOrder = new InOrder<>(made -> {})) {
                        IntStream.range(0, 20)
                                .forEach(i -> inOrder.add(() -> {
                                    throw error;
                                }));
                        inOrder.finish();
                    }
                })
                .isSameAs(error);
    }
}
