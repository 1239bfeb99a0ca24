package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.content.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What has to hold of a knowledge base that a model wrote before an assistant may speak from it. Source: content 3.7, 3.11, 3.13.
 */
public final class KnowledgeRules {

    private static final Pattern PLACE =
            Pattern.compile("[{}]|\\[\\[|\\]\\]|\\[(?:name|company|first name|your)\\b", Pattern.CASE_INSENSITIVE);

    private KnowledgeRules() {}

    /**
     * What the rules say.
     *
     * @param violations what the model may mend, empty where there is nothing
     * @param hopeless it claims what is not so: it is not asked once more
     */
    public record Verdict(List<String> violations, boolean hopeless) {

        public Verdict {
            violations = List.copyOf(violations);
        }

        public boolean passed() {
            return violations.isEmpty();
        }
    }

    /**
     * Holds a knowledge base against what is known.
     *
     * @param facts everything that may be said
     * @param company how the lead's company is called, empty where nobody knows
     */
    public static Verdict of(KnowledgeBase base, Set<String> facts, String company) {
        List<String> violations = new ArrayList<>();
        int together = base.texts().mapToInt(String::length).sum();
        if (together > KnowledgeBase.LONGEST_TOGETHER) {
            violations.add("all texts together: at most " + KnowledgeBase.LONGEST_TOGETHER + " characters");
        }
        base.texts()
                .filter(text -> PLACE.matcher(text).find())
                .forEach(text -> violations.add("a placeholder that nobody fills: \"" + text + "\""));
        base.texts()
                .flatMap(text -> Links.in(text).stream())
                .forEach(link -> violations.add("nobody can follow a link in a call: \"" + link + "\""));
        WordingChecks.profane(base.spoken())
                .forEach(word -> violations.add("not said to a customer: \"" + word + "\""));
        if (base.answers().getOrDefault("not_interested", "").contains("?")) {
            violations.add("not_interested: nobody is asked anything after a refusal");
        }
        FactCheck check = FactCheck.of(base.spoken(), facts, company);
        if (check.risk() != FactCheck.Risk.NONE) {
            violations.add(check.told());
        }
        return new Verdict(violations, check.risk() == FactCheck.Risk.HIGH);
    }
}
