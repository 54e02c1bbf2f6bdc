package kubenat.lint.space;

import java.util.ArrayList;
import java.util.List;

/** Marks, as cubes that do not overlap. */
record Marks(List<Cube> cubes) implements Values {
    static final Marks ALL = new Marks(List.of(new Cube(0, 0)));

    /** All marks that agree with a value in the bits of a mask. */
    record Cube(int value, int mask) {
        Cube {
            value &= mask;
        }

        boolean meets(Cube other) {
            return ((value ^ other.value) & mask & other.mask) == 0;
        }

        Cube and(Cube other) {
            return new Cube(value | other.value, mask | other.mask);
        }

        /** What the other lacks: for each bit that it asks for and this one does not, the marks that have it the other way. */
        void minus(Cube other, List<Cube> into) {
            if (!meets(other)) {
                into.add(this);
                return;
            }
            Cube rest = this;
            for (int open = other.mask & ~mask; open != 0; open &= open - 1) {
                int bit = Integer.lowestOneBit(open);
                into.add(new Cube(rest.value | ~other.value & bit, rest.mask | bit));
                rest = new Cube(rest.value | other.value & bit, rest.mask | bit);
            }
        }
    }

    Marks {
        cubes = List.copyOf(cubes);
    }

    /** The marks of which {@code mark & mask == value}; none where the value has bits outside the mask. */
    static Marks of(int value, int mask) {
        return (value & ~mask) == 0 ? new Marks(List.of(new Cube(value, mask))) : new Marks(List.of());
    }

    @Override
    public boolean isEmpty() {
        return cubes.isEmpty();
    }

    @Override
    public Values and(Values other) {
        List<Cube> both = new ArrayList<>();
        for (Cube one : cubes) {
            for (Cube cube : ((Marks) other).cubes) {
                if (one.meets(cube)) {
                    both.add(one.and(cube));
                }
            }
        }
        return new Marks(both);
    }

    @Override
    public Values minus(Values other) {
        List<Cube> left = cubes;
        for (Cube cube : ((Marks) other).cubes) {
            List<Cube> next = new ArrayList<>();
            left.forEach(one -> one.minus(cube, next));
            left = next;
        }
        return new Marks(left);
    }
}
