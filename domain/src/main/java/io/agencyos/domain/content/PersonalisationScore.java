package io.agencyos.domain.content;

import java.math.BigDecimal;
import java.util.List;

/** How much of the person stands in a text, 0.00 to 1.00, for reporting only. Source: content 3.3, E-25. */
public final class PersonalisationScore {

    private static final int SHORTEST_TITLE_WORD = 4;

    private PersonalisationScore() {}

    /** What is known of the person; blank where it is not. */
    public record Person(String firstName, String lastName, String company, String title, String industry) {}

    public static BigDecimal of(String text, Person person) {
        WordText words = WordText.of(text);
        boolean titleWord = List.of(person.title().split("[^\\p{L}\\p{N}]+")).stream()
                .anyMatch(word -> word.length() >= SHORTEST_TITLE_WORD && words.contains(word));
        int hundredths = (words.contains(person.firstName()) ? 30 : 0)
                + (words.contains(person.lastName()) ? 10 : 0)
                + (words.contains(person.company()) ? 30 : 0)
                + (titleWord ? 15 : 0)
                + (words.contains(person.industry()) ? 15 : 0);
        return BigDecimal.valueOf(Math.min(100, hundredths), 2);
    }
}
