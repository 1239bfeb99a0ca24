package io.agencyos.domain.content;

import io.agencyos.domain.shared.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a message sounds. Source: content 3.3, E-24. */
public enum Tone implements Vocabulary {
    PROFESSIONAL,
    FRIENDLY,
    CASUAL,
    DIRECT,
    FORMAL;

    private record ByWords(Set<String> words, Tone tone) {
        boolean matches(List<String> said) {
            return said.stream().anyMatch(words::contains);
        }
    }

    private static final List<ByWords> BY_TITLE = List.of(
            new ByWords(Set.of("ceo", "cto", "cfo", "coo", "chief", "president", "vp"), PROFESSIONAL),
            new ByWords(Set.of("manager", "director", "lead", "head"), FRIENDLY));

    private static final List<ByWords> BY_INDUSTRY = List.of(
            new ByWords(
                    Set.of("health", "healthcare", "medical", "pharma", "pharmaceutical", "legal", "finance"),
                    PROFESSIONAL),
            new ByWords(Set.of("saas", "tech", "technology", "software", "startup", "startups"), CASUAL),
            new ByWords(Set.of("trade", "trades", "construction", "manufacturing"), DIRECT),
            new ByWords(Set.of("retail", "ecommerce", "hospitality"), FRIENDLY),
            new ByWords(Set.of("government"), FORMAL));

    /** The first that says something: the campaign's setting, the title, the industry, the heat, else friendly. */
    public static Tone of(Optional<Tone> campaignSetting, String title, String industry, boolean hot) {
        return campaignSetting
                .or(() -> firstMatch(BY_TITLE, title))
                .or(() -> firstMatch(BY_INDUSTRY, industry))
                .orElse(hot ? DIRECT : FRIENDLY);
    }

    private static Optional<Tone> firstMatch(List<ByWords> rules, String text) {
        List<String> said = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        return rules.stream().filter(rule -> rule.matches(said)).findFirst().map(ByWords::tone);
    }
}
