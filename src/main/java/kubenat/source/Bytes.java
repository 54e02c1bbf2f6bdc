package kubenat.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a dump, in memory or mapped. Offsets are {@code long}: they live in segments of equal size, so that 2 GB
 * is no limit.
 */
public final class Bytes {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final ByteBuffer[] segments;
    private final int shift;
    private final long mask;
    private final long length;

    /** All segments but the last must hold {@code 1 << shift} bytes at least; what they hold beyond is not read twice. */
    private Bytes(List<ByteBuffer> segments, int shift, long length) {
        this.segments = new ByteBuffer[segments.size()];
        for (int i = 0; i < this.segments.length; i++) {
            this.segments[i] = segments.get(i).duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }
        this.shift = shift;
        this.mask = (1L << shift) - 1;
        this.length = length;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(List.of(ByteBuffer.wrap(content)), Integer.SIZE - 1, content.length);
    }

    public static Bytes of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Joins segments of {@code 1 << shift} bytes each, the last of which may be shorter. */
    static Bytes of(List<ByteBuffer> segments, int shift, long length) {
        return new Bytes(segments, shift, length);
    }

    public long length() {
        return length;
    }

    /** The byte at an offset; zero beyond the end. */
    public byte at(long offset) {
        return offset < length ? segments[(int) (offset >>> shift)].get((int) (offset & mask)) : 0;
    }

    /** Eight bytes from an offset on, the first one lowest; bytes beyond the end are zero. */
    public long word(long offset) {
        int segment = (int) (offset >>> shift);
        long within = offset & mask;
        if (offset < length && within + Long.BYTES <= segments[segment].limit()) {
            return segments[segment].getLong((int) within);
        }
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word |= (at(offset + i) & 0xFFL) << (Byte.SIZE * i);
        }
        return word;
    }

    /** Fills an array with the bytes from an offset on, which is a multiple of eight; beyond the end they are zero. */
    public void words(long from, long[] into) {
        int done = 0;
        while (done < into.length) {
            long offset = from + (long) done * Long.BYTES;
            if (offset >= length) {
                Arrays.fill(into, done, into.length, 0);
                return;
            }
            LongBuffer words = segments[(int) (offset >>> shift)].asLongBuffer();
            int within = (int) ((offset & mask) / Long.BYTES);
            int count = Math.min(into.length - done, words.limit() - within);
            if (count > 0) {
                words.get(within, into, done, count);
                done += count;
            } else {
                into[done++] = word(offset);
            }
        }
    }

    /** Where {@code wanted} first stands at or after an offset; the length if nowhere. */
    public long indexOf(char wanted, long from) {
        long pattern = (wanted & 0x7F) * ONES;
        long offset = from;
        while (offset < length) {
            ByteBuffer segment = segments[(int) (offset >>> shift)];
            int within = (int) (offset & mask);
            int inside = indexIn(segment, pattern, within);
            if (inside >= 0) {
                return offset + inside - within;
            }
            offset += ~inside - within;
            long found = zeroBytes(word(offset) ^ pattern);
            if (found != 0) {
                return Math.min(length, offset + (Long.numberOfTrailingZeros(found) >>> 3));
            }
            offset += Long.BYTES;
        }
        return length;
    }

    /** Where a byte of the pattern stands in a segment, or the complement of the first place with less than a word left. */
    private static int indexIn(ByteBuffer segment, long pattern, int from) {
        int last = segment.limit() - Long.BYTES;
        int at = from;
        while (at <= last) {
            long found = zeroBytes(segment.getLong(at) ^ pattern);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        return ~at;
    }

    /** A word with the high bit set in the lowest byte of {@code word} that is zero; bits above it mean nothing. */
    public static long zeroBytes(long word) {
        return (word - ONES) & ~word & HIGH_BITS;
    }

    /** A word with the high bits set of all bytes of {@code word} that are zero. */
    public static long allZeroBytes(long word) {
        return ~((word & ~HIGH_BITS) + ~HIGH_BITS | word | ~HIGH_BITS);
    }

    /**
     * The text from one offset up to another, at most 2 GB. It is read as UTF-8 where it is UTF-8, and otherwise as
     * ISO-8859-1, so no byte is lost or replaced.
     */
    public String text(long from, long to) {
        byte[] content = copy(from, to);
        String text = new String(content, StandardCharsets.UTF_8);
        boolean replaced = text.indexOf('\uFFFD') >= 0;
        return replaced && !Arrays.equals(content, text.getBytes(StandardCharsets.UTF_8))
                ? new String(content, StandardCharsets.ISO_8859_1)
                : text;
    }

    /** A copy of the bytes from one offset up to another. */
    public byte[] copy(long from, long to) {
        byte[] content = new byte[Math.toIntExact(to - from)];
        copy(from, to, content);
        return content;
    }

    /** Copies the bytes from one offset up to another to the beginning of an array. */
    public void copy(long from, long to, byte[] into) {
        int length = Math.toIntExact(to - from);
        int done = 0;
        while (done < length) {
            ByteBuffer segment = segments[(int) ((from + done) >>> shift)];
            int within = (int) ((from + done) & mask);
            int count = Math.min(length - done, segment.limit() - within);
            segment.get(within, into, done, count);
            done += count;
        }
    }
}
