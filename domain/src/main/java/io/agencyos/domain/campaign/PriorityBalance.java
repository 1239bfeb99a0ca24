package io.agencyos.domain.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares of the leads between a client's active campaigns, which always sum to 100. The floor shrinks with their number;
 * nobody but a single campaign takes more than 80. Source: api 9.4.
 */
public final class PriorityBalance {

    private static final int WHOLE = 100;
    private static final int CAP = 80;

    private PriorityBalance() {}

    /** The shares after one of them was set, as near to {@code wanted} as the bounds allow. */
    public static List<Integer> changed(List<Integer> shares, int index, int wanted) {
        int n = shares.size();
        if (n == 1) {
            return List.of(WHOLE);
        }
        int floor = floor(n);
        int low = Math.max(floor, WHOLE - CAP * (n - 1));
        int high = Math.min(CAP, WHOLE - floor * (n - 1));
        int fixed = Math.clamp(wanted, low, high);
        List<Integer> others = new ArrayList<>(shares);
        others.remove(index);
        List<Integer> balanced = new ArrayList<>(spread(others, WHOLE - fixed, floor));
        balanced.add(index, fixed);
        return List.copyOf(balanced);
    }

    /** The shares with one more campaign at the end of the list, which gets its even part. */
    public static List<Integer> joined(List<Integer> shares) {
        List<Integer> more = new ArrayList<>(shares);
        more.add(1);
        return changed(more, shares.size(), WHOLE / more.size());
    }

    /** The shares of those that stay when one has left: its part goes to them in proportion. */
    public static List<Integer> left(List<Integer> staying) {
        return switch (staying.size()) {
            case 0 -> List.of();
            case 1 -> List.of(WHOLE);
            default -> spread(staying, WHOLE, floor(staying.size()));
        };
    }

    /** The least share of each of so many active campaigns; a single one has all. */
    public static int lowest(int active) {
        return active <= 1 ? WHOLE : floor(active);
    }

    /** The largest share of each of so many active campaigns. */
    public static int highest(int active) {
        return active <= 1 ? WHOLE : CAP;
    }

    private static int floor(int n) {
        return Math.min(10, 50 / n);
    }

    /** Gives {@code total} to the weights in proportion; who would fall out of the bounds is held there, and again. */
    private static List<Integer> spread(List<Integer> weights, int total, int floor) {
        Integer[] held = new Integer[weights.size()];
        while (true) {
            int rest = total - sum(held);
            int weight = IntStream.range(0, held.length)
                    .filter(i -> held[i] == null)
                    .map(weights::get)
                    .sum();
            List<Integer> low = free(held)
                    .filter(i -> weights.get(i) * rest < floor * weight)
                    .boxed()
                    .toList();
            List<Integer> high = free(held)
                    .filter(i -> weights.get(i) * rest > CAP * weight)
                    .boxed()
                    .toList();
            if (low.isEmpty() && high.isEmpty()) {
                return rounded(weights, held, rest, weight);
            }
            // whoever is held at the floor takes from the others, so that the cap is looked at again afterwards
            (low.isEmpty() ? high : low).forEach(i -> held[i] = low.isEmpty() ? CAP : floor);
        }
    }

    private static List<Integer> rounded(List<Integer> weights, Integer[] held, int rest, int weight) {
        List<Integer> free = free(held).boxed().toList();
        free.forEach(i -> held[i] = weights.get(i) * rest / weight);
        int left = rest - free.stream().mapToInt(i -> held[i]).sum();
        free.stream()
                .sorted(Comparator.comparingInt((Integer i) -> weights.get(i) * rest % weight)
                        .reversed())
                .limit(left)
                .forEach(i -> held[i]++);
        return List.of(held);
    }

    private static IntStream free(Integer[] held) {
        return IntStream.range(0, held.length).filter(i -> held[i] == null);
    }

    private static int sum(Integer[] held) {
        return IntStream.range(0, held.length)
                .filter(i -> held[i] != null)
                .map(i -> held[i])
                .sum();
    }
}
