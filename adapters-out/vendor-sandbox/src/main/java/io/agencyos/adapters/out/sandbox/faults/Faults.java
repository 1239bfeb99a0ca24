package io.agencyos.adapters.out.sandbox.faults;

import io.agencyos.adapters.out.sandbox.dice.Dice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The knobs as they are set now. Whether a rule by odds strikes depends on the seed, the rule, the occasion and how often
 * that occasion came before, never on which thread asked first.
 */
public final class Faults {

    private static final class Armed {
        private final int position;
        private final FaultRule rule;
        private final Pattern pattern;
        private final Map<String, Integer> seen = new HashMap<>();
        private int left;
        private int struck;

        private Armed(int position, FaultRule rule) {
            this.position = position;
            this.rule = rule;
            this.pattern = Pattern.compile(rule.pattern());
            this.left = rule.next();
        }
    }

    /** A rule with what is left of it and how often it struck. */
    public record Standing(FaultRule rule, int left, int struck) {}

    private final Dice dice;
    private List<Armed> armed = List.of();

    public Faults(long seed) {
        this.dice = new Dice(seed);
    }

    /** Replaces all rules; an empty list means a healthy world. */
    public synchronized void set(List<FaultRule> rules) {
        List<Armed> fresh = new ArrayList<>();
        for (FaultRule rule : rules) {
            fresh.add(new Armed(fresh.size(), rule));
        }
        armed = fresh;
    }

    /** The rules in force. */
    public synchronized List<Standing> standing() {
        return armed.stream()
                .map(one -> new Standing(one.rule, one.left, one.struck))
                .toList();
    }

    /** Every rule that strikes this request; {@code identity} tells requests to one path apart. */
    public synchronized List<FaultRule> strikingRequest(String methodAndPath, String identity) {
        return armed.stream()
                .filter(one -> one.rule.kind().strikesRequests())
                .filter(one -> strikes(one, methodAndPath, identity))
                .map(one -> one.rule)
                .toList();
    }

    /** Whether the world itself fails at this occasion. */
    public synchronized boolean strikes(FaultKind kind, String occasion, String identity) {
        Optional<Armed> hit = armed.stream()
                .filter(one -> one.rule.kind() == kind)
                .filter(one -> strikes(one, occasion, identity))
                .findFirst();
        return hit.isPresent();
    }

    private boolean strikes(Armed one, String occasion, String identity) {
        if (!one.pattern.matcher(occasion).find()) {
            return false;
        }
        boolean hit;
        if (one.rule.next() > 0) {
            hit = one.left > 0;
            one.left -= hit ? 1 : 0;
        } else {
            int time = one.seen.merge(occasion + identity, 1, Integer::sum);
            hit = dice.hits(one.rule.odds(), "fault", one.position, occasion, identity, time);
        }
        one.struck += hit ? 1 : 0;
        return hit;
    }
}
