package kubenat.model.packet;

/**
 * A packet or connection mark of 32 bits, as far as it is known.
 *
 * @param value the bits that are known
 * @param known which bits those are
 * @param flipped which of the other bits are the opposite of what they were at their origin
 * @param origin where the bits that are not known come from, such as {@code the connection's mark}; empty when all are known
 */
public record MarkBits(int value, int known, int flipped, String origin) {
    /** The mark of a packet that nobody has marked. */
    public static final MarkBits ZERO = of(0);
    /** A mark with which a packet comes, of which no bit is known. */
    public static final MarkBits UNKNOWN = unknown("the packet's mark");

    public MarkBits {
        value &= known;
        flipped &= ~known;
        origin = known == -1 ? "" : origin;
    }

    /** A packet's mark of which some bits are known. */
    public MarkBits(int value, int known) {
        this(value, known, 0, "the packet's mark");
    }

    public static MarkBits of(int value) {
        return new MarkBits(value, -1, 0, "");
    }

    /** A mark of which nothing is known but where it comes from. */
    public static MarkBits unknown(String origin) {
        return new MarkBits(0, 0, 0, origin);
    }

    /** Whether {@code mark & mask == wanted}, the kernel's xt_mark; never true when wanted has bits outside the mask. */
    public Truth test(int wanted, int mask) {
        if ((wanted & ~mask) != 0 || (value & mask) != (wanted & known & mask)) {
            return Truth.NO;
        }
        return (mask & ~known) == 0 ? Truth.YES : Truth.MAYBE;
    }

    /** The mark when {@link #test} holds. */
    public MarkBits that(int wanted, int mask) {
        return new MarkBits(value & ~mask | wanted, known | mask, flipped, origin);
    }

    /** The mark when {@link #test} does not hold: where one bit alone was open, it is the other way round. */
    public MarkBits except(int wanted, int mask) {
        int open = mask & ~known;
        return Integer.bitCount(open) == 1 ? that(value & mask | ~wanted & open, mask) : this;
    }

    /** What {@link #test} asks of the bits that are not known, said of their origin so that it stays true on the way. */
    public Condition condition(int wanted, int mask) {
        int open = mask & ~known;
        String bits = hex((wanted ^ flipped) & open) + (open == -1 ? "" : "/" + hex(open));
        return Condition.opaque("mark", origin + " " + bits, origin + " is " + bits);
    }

    /** {@code (mark & ~mask) ^ value}: the kernel's xt_MARK revision 2, behind {@code --set-xmark value/mask}. */
    public MarkBits xset(int xor, int mask) {
        return mixed(mask, of(xor), -1);
    }

    /** {@code (this & ~clear) ^ (other & take)}: the kernel's xt_CONNMARK, save and restore. */
    public MarkBits mixed(int clear, MarkBits other, int take) {
        int mine = ~clear & ~known;
        int others = take & ~other.known;
        boolean same = origin.equals(other.origin);
        int bits = ((value | flipped) & ~clear) ^ ((other.value | other.flipped) & take);
        int open = same ? mine ^ others : mine | others;
        String from = others == 0 || same ? origin : mine == 0 ? other.origin : mix(mine, other, others);
        return new MarkBits(bits, ~open, bits, from);
    }

    private String mix(int mine, MarkBits other, int others) {
        return origin + " & " + hex(mine) + " ^ " + other.origin + " & " + hex(others);
    }

    private static String hex(int bits) {
        return "0x" + Integer.toHexString(bits);
    }

    @Override
    public String toString() {
        return known == -1 ? hex(value) : "unknown";
    }
}
