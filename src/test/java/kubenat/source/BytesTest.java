package kubenat.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kubenat.testing.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @ParameterizedTest(name = "segments of 2^{0} bytes")
    @ValueSource(ints = {3, 4, 5})
    void readsTheSameWhateverTheSegments(int shift) {
        byte[] content = new byte[300];
        new Random(17).nextBytes(content);
        Bytes whole = Bytes.of(content);

        for (int overlap : new int[] {0, 8}) {
            Bytes parts = segmented(content, shift, overlap);

            for (int i = 0; i < content.length; i++) {
                assertThat(parts.at(i)).isEqualTo(content[i]);
                assertThat(parts.word(i)).isEqualTo(whole.word(i));
                assertThat(parts.indexOf('a', i)).isEqualTo(indexOf(content, 'a', i));
                assertThat(parts.copy(i, content.length)).isEqualTo(Arrays.copyOfRange(content, i, content.length));
            }
        }
    }

    @ParameterizedTest(name = "segments of 2^{0} bytes")
    @ValueSource(ints = {3, 4, 5})
    void copiesTheSameWordsWhateverTheSegments(int shift) {
        byte[] content = new byte[301];
        new Random(18).nextBytes(content);

        for (int overlap : new int[] {0, 3, 8}) {
            Bytes parts = segmented(content, shift, overlap);

            for (int from = 0; from < content.length + 2 * Long.BYTES; from += Long.BYTES) {
                for (int count : new int[] {1, 2, 7, 50}) {
                    long[] words = new long[count];
                    Arrays.fill(words, -1);
                    parts.words(from, words);
                    for (int i = 0; i < count; i++) {
                        assertThat(words[i]).isEqualTo(parts.word(from + (long) i * Long.BYTES));
                    }
                }
            }
        }
    }

    @Test
    void marksEveryZeroByteOfAWord() {
        ForAll.forAll(BytesTest::nearlyZero, word -> {
            for (int i = 0; i < Long.BYTES; i++) {
                boolean isZero = (byte) (word >>> i * Byte.SIZE) == 0;
                assertThat((byte) (Bytes.allZeroBytes(word) >>> i * Byte.SIZE)).isEqualTo((byte) (isZero ? 0x80 : 0));
            }
        });
    }

    @Test
    void readsZeroBeyondTheEnd() {
        Bytes bytes = Bytes.of("abc");

        assertThat(bytes.at(3)).isZero();
        assertThat(bytes.word(2)).isEqualTo('c');
        assertThat(bytes.word(99)).isZero();
        assertThat(bytes.indexOf('\0', 0)).isEqualTo(3);
    }

    @Test
    void readsUtf8WhereItIsUtf8AndLatin1Otherwise() {
        byte[] latin = "für".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Bytes.of("für 中文 \uFFFD").text(0, 15)).isEqualTo("für 中文 \uFFFD");
        assertThat(Bytes.of(latin).text(0, 3)).isEqualTo("für");
    }

    /** Bytes that are zero, or look like it to a sum that carries. */
    private static long nearlyZero(Random random) {
        byte[] likely = {0, 0, 1, 0x7F, (byte) 0x80, (byte) 0x81, (byte) 0xFF};
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = word << Byte.SIZE | likely[random.nextInt(likely.length)] & 0xFF;
        }
        return word;
    }

    private static Bytes segmented(byte[] content, int shift, int overlap) {
        List<ByteBuffer> segments = new ArrayList<>();
        for (int start = 0; start < content.length; start += 1 << shift) {
            int end = Math.min(content.length, start + (1 << shift) + overlap);
            segments.add(ByteBuffer.wrap(Arrays.copyOfRange(content, start, end)));
        }
        return Bytes.of(segments, shift, content.length);
    }

    private static long indexOf(byte[] content, char wanted, int from) {
        int i = from;
        while (i < content.length && content[i] != wanted) {
            i++;
        }
        return i;
    }
}
