package kubenat.lint.space;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Cidr;

/**
 * By what a set of packets is filed on one axis: one network, one number, or the marks that agree in some bits.
 *
 * @param width what keys of the same sort differ in beside their value: the length of a prefix, or the mask of a mark
 */
record ShelfKey(int width, Object value) {

    /** The key of what a box asks for on an axis; nothing if that is anything, or more than one key can say. */
    static Optional<ShelfKey> of(Box box, Axis axis) {
        if (!box.limits(axis)) {
            return Optional.empty();
        }
        Values values = box.on(axis);
        if (values instanceof Addresses addresses) {
            List<Cidr> cidrs = addresses.set().cidrs();
            return cidrs.size() == 1
                    ? Optional.of(new ShelfKey(cidrs.get(0).prefixLength(), cidrs.get(0)))
                    : Optional.empty();
        }
        if (values instanceof Marks marks) {
            return marks.cubes().size() == 1
                    ? Optional.of(new ShelfKey(
                            marks.cubes().get(0).mask(), marks.cubes().get(0)))
                    : Optional.empty();
        }
        return values instanceof Numbers numbers
                ? numbers.set().single().map(number -> new ShelfKey(0, number))
                : Optional.empty();
    }

    /** The key of that width which has all that this one has; nothing if there is none. */
    Optional<ShelfKey> widened(int to) {
        if (value instanceof Cidr cidr) {
            return to <= width ? Optional.of(new ShelfKey(to, new Cidr(cidr.network(), to))) : Optional.empty();
        }
        if (value instanceof Marks.Cube cube) {
            return (to & ~width) == 0
                    ? Optional.of(new ShelfKey(to, new Marks.Cube(cube.value(), to)))
                    : Optional.empty();
        }
        return Optional.of(this);
    }
}
