package io.agencyos.domain.content;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a touch's text was like, frozen with it, for learning to compare: of the words themselves, without signature and
 * footer, which all texts of a client share. Source: CIS 3.1.
 *
 * @param subjectWords 0 without a subject
 * @param characters code points of everything but the subject
 * @param segments of a text message, null for any other form
 * @param cta the first call to action, null without one
 * @param used fields whose value stands in the text
 * @param available fields that had a value
 */
public record ContentTraits(
        int subjectWords,
        int words,
        int characters,
        @Nullable Integer segments,
        int links,
        boolean question,
        Set<PainPoint> painPoints,
        @Nullable CallToAction cta,
        Set<SubjectPattern> subjectPatterns,
        Set<PersonalisationField> used,
        Set<PersonalisationField> available) {

    public ContentTraits {
        painPoints = Set.copyOf(painPoints);
        subjectPatterns = Set.copyOf(subjectPatterns);
        used = Set.copyOf(used);
        available = Set.copyOf(available);
    }

    /** Of a text whose generator says which fields it used. */
    public static ContentTraits of(
            MessageText text,
            String firstName,
            String company,
            Set<PersonalisationField> used,
            Set<PersonalisationField> available) {
        ContentFeatures features = ContentFeatures.of(text, firstName, company, !used.isEmpty());
        return new ContentTraits(
                features.subjectWordCount(),
                features.wordCount(),
                features.charCount(),
                features.sms().map(SmsLength::segments).orElse(null),
                features.links().size(),
                features.hasQuestion(),
                features.painPoints(),
                features.cta().orElse(null),
                features.subjectPatterns(),
                used,
                available);
    }

    /** Of a text that a person wrote: what it speaks of is read off its words. */
    public static ContentTraits ofWritten(MessageText text, String firstName, String company) {
        WordText words = WordText.of(
                text.form().fields().contains(TextField.SUBJECT)
                        ? text.text(TextField.SUBJECT) + "\n" + text.allButSubject()
                        : text.allButSubject());
        Set<PersonalisationField> available = EnumSet.noneOf(PersonalisationField.class);
        Set<PersonalisationField> used = EnumSet.noneOf(PersonalisationField.class);
        said(PersonalisationField.FIRST_NAME, firstName, words, available, used);
        said(PersonalisationField.COMPANY_MENTION, company, words, available, used);
        return of(text, firstName, company, used, available);
    }

    private static void said(
            PersonalisationField field,
            String value,
            WordText words,
            Set<PersonalisationField> available,
            Set<PersonalisationField> used) {
        if (!value.isBlank()) {
            available.add(field);
            if (words.contains(value)) {
                used.add(field);
            }
        }
    }

    /** How hard the reader is asked; empty without a call to action. */
    public Optional<CallToAction.Type> ctaType() {
        return Optional.ofNullable(cta).map(CallToAction::type);
    }
}
