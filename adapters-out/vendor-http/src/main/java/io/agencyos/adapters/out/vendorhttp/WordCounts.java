package io.agencyos.adapters.out.vendorhttp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How many known and strange words, and unreadable answers, vendors gave since somebody last asked. Thread-safe. */
final class WordCounts {

    private static final int LONGEST_EXAMPLE = 80;

    private final Map<String, VendorHttp.Words> byVendor = new ConcurrentHashMap<>();

    private void add(String vendor, int read, int strange, @Nullable String example) {
        byVendor.merge(vendor, new VendorHttp.Words(vendor, read, strange, example), VendorHttp.Words::plus);
    }

    /** Counts what an answer holds; each answer that could be read is itself one thing that was understood. */
    void read(String vendor, WireWords words, @Nullable JsonNode answer) {
        Tally tally = new Tally();
        if (answer != null) {
            look(answer, words, tally);
        }
        add(vendor, 1 + tally.read, tally.strange, tally.example);
    }

    void unreadable(String vendor) {
        add(vendor, 1, 1, "an answer that is not what the contract says");
    }

    private static final class Tally {
        private int read;
        private int strange;
        private @Nullable String example;
    }

    private static void look(JsonNode node, WireWords words, Tally tally) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                Predicate<String> known = words.byMember().get(member.getKey());
                JsonNode value = member.getValue();
                if (known != null && value.isValueNode() && !value.isNull()) {
                    count(member.getKey(), value.asString(), known, tally);
                } else {
                    look(value, words, tally);
                }
            });
        } else if (node.isArray()) {
            node.forEach(item -> look(item, words, tally));
        }
    }

    private static void count(String member, String word, Predicate<String> known, Tally tally) {
        tally.read++;
        if (!word.isBlank() && !known.test(word)) {
            tally.strange++;
            String shown = member + "=" + word;
            tally.example = shown.length() > LONGEST_EXAMPLE ? shown.substring(0, LONGEST_EXAMPLE) : shown;
        }
    }

    /** What was counted, which from now on is not any more. */
    List<VendorHttp.Words> taken() {
        List<VendorHttp.Words> taken = new ArrayList<>();
        byVendor.keySet().stream().sorted().toList().forEach(vendor -> {
            VendorHttp.Words words = byVendor.remove(vendor);
            if (words != null) {
                taken.add(words);
            }
        });
        return taken;
    }
}
