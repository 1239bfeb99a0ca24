package io.agencyos.domain.content;

import io.agencyos.domain.shared.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The eight categories of pain points, each with its own keywords. Source: content 3.9, CIS 3.1. */
public enum PainPoint implements Vocabulary {
    LEADS("leads|pipeline|prospects|opportunities|qualified|mql|sql|inbound|lead gen"),
    REVENUE("revenue|sales|roi|profit|income|deals|booking"),
    TIME("time|hours|manual|automate|efficiency|busy|bandwidth|overwhelmed|tedious|repetitive"),
    SCALING("scale|scaling|growth|capacity|hire|expand|growing|bottleneck"),
    COMPETITION("competitors|competition|market share|catching up|threat|outpace"),
    COST("cost|expensive|budget|waste|spending|afford|price|investment"),
    QUALITY("quality|results|performance|outcomes|improve|consistent|reliable"),
    CLIENTS("clients|customers|retention|churn|satisfaction|referrals|testimonials|reviews");

    private final List<WordText.Phrase> keywords;

    PainPoint(String keywords) {
        this.keywords =
                Stream.of(keywords.split("\\|")).map(WordText.Phrase::of).toList();
    }

    /** The categories whose keywords occur in a text as whole words. */
    public static Set<PainPoint> in(String text) {
        WordText words = WordText.of(text);
        return Stream.of(values())
                .filter(category -> category.keywords.stream().anyMatch(words::contains))
                .collect(Collectors.toUnmodifiableSet());
    }
}
