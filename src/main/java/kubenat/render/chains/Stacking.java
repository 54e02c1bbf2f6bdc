package kubenat.render.chains;

import java.util.ArrayList;
import java.util.List;

/** Moves the slots of a column as little as it takes that they keep their order and their distance (pool adjacent violators). */
final class Stacking {
    private record Block(double sum, int count) {
        double mean() {
            return sum / count;
        }

        Block with(Block other) {
            return new Block(sum + other.sum, count + other.count);
        }
    }

    private Stacking() {}

    /** Places the slots as near to the middles wished for as can be. */
    static void place(List<Slot> slots, double[] wishes, double gap) {
        double[] offsets = new double[slots.size()];
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + (slots.get(i - 1).height + slots.get(i).height) / 2 + gap;
            Block block = new Block(wishes[i] - offsets[i], 1);
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).mean() > block.mean()) {
                block = blocks.remove(blocks.size() - 1).with(block);
            }
            blocks.add(block);
        }
        int at = 0;
        for (Block block : blocks) {
            for (int i = 0; i < block.count; i++, at++) {
                slots.get(at).middle = block.mean() + offsets[at];
            }
        }
    }
}
