package kubenat.model.packet;

/** A packet or connection mark of 32 bits, as far as it is known. */
public record MarkBits(int value, int known) {
    /** The mark of a packet that nobody has marked. */
    public static final MarkBits ZERO = of(0);

    /** A mark of which no bit is known. */
    public static final MarkBits UNKNOWN = new MarkBits(0, 0);

    public MarkBits {
        value &= known;
    }

    public static MarkBits of(int value) {
        return new MarkBits(value, -1);
    }

    /** Whether {@code mark & mask == wanted}, the kernel's xt_mark; never true when wanted has bits outside the mask. */
    public Truth test(int wanted, int mask) {
        if ((wanted & ~mask) != 0 || (value & mask & known) != (wanted & known & mask)) {
            return Truth.NO;
        }
        return (mask & ~known) == 0 ? Truth.YES : Truth.MAYBE;
    }

    /** The mark when {@link #test} holds. */
    public MarkBits that(int wanted, int mask) {
        return new MarkBits(value & ~mask | wanted, known | mask);
    }

    /** {@code (mark & ~mask) ^ value}: the kernel's xt_MARK revision 2, behind {@code --set-xmark value/mask}. */
    public MarkBits xset(int xor, int mask) {
        return new MarkBits(value & ~mask ^ xor, known | mask);
    }

    @Override
    public String toString() {
        return known == -1 ? "0x" + Integer.toHexString(value) : "unknown";
    }
}
