package kubenat.model.packet;

/**
 * Something that neither dump nor packet decides, so that an answer depends on it.
 *
 * @param field what it is about, such as {@code source}, {@code inInterface}, {@code limit}
 * @param op how, such as {@code in}, {@code not in}, {@code is}, {@code is not}, {@code holds}
 * @param value the other side, such as {@code 10.244.0.0/16}
 * @param words the whole in plain words, such as {@code source in 10.244.0.0/16}
 */
public record Condition(String field, String op, String value, String words) {

    /** A condition about something the packet model does not have; it holds or it does not, for the rest of the way. */
    public static Condition opaque(String field, String value, String words) {
        return new Condition(field, "holds", value, words);
    }

    /** What a rule has done on the way, not something that was open: a client put on a list of {@code -m recent}. */
    public static Condition listed(String list) {
        return new Condition("recent", "lists", list, "the client is on the list " + list);
    }

    /** The sender's hardware address; a packet has one. */
    public static Condition sentBy(String hardwareAddress) {
        return opaque("mac", hardwareAddress, "sent by hardware address " + hardwareAddress);
    }

    /** What a rule has done on the way: what {@code directions} names was put into a set by the target SET. */
    public static Condition inSet(String set, String directions) {
        return new Condition("set", "lists", set + " " + directions, "the " + directions + " is in the set " + set);
    }

    /** What a rule asked of a number that a target had rewritten before. */
    static Condition rewritten(Fact fact, NumberSet values) {
        return new Condition(fact.name(), "then in", values.toString(), fact.words() + " is then in " + values);
    }

    /** What the kernel has chosen of the addresses that a translation leaves open. */
    static Condition chosen(String field, String words, AddressSet of) {
        return chosen(field, words, String.join(",", of.ranges()), of.single().isPresent());
    }

    /** What the kernel has chosen of the ports that a translation leaves open. */
    static Condition chosen(String field, String words, NumberSet of) {
        return chosen(field, words, of.toString(), of.single().isPresent());
    }

    private static Condition chosen(String field, String words, String of, boolean one) {
        return new Condition(field, "in", of, "the " + words + " chosen is " + (one ? "" : "in ") + of);
    }

    /** Whether it was open; {@link #listed} is not. */
    public boolean isQuestion() {
        return !op.equals("lists");
    }

    /** The condition that this one does not hold. */
    public Condition denied() {
        String otherwise = words.contains(" is ") ? words.replaceFirst(" is ", " is not ") : "not: " + words;
        return new Condition(field, op.equals("holds") ? "does not hold" : "not " + op, value, otherwise);
    }

    /** The condition under which an address is one of this node's. */
    public static Condition local(String field, String address) {
        return new Condition(field, "is local", address, address + " is an address of this node");
    }
}
