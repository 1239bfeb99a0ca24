package io.agencyos.domain.content.template;

import io.agencyos.domain.content.PersonalisationField;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a template may ask for by name. Source: content 3.5. */
public enum Variable implements Vocabulary {
    FIRST_NAME(Kind.NAME),
    LAST_NAME(Kind.NAME),
    COMPANY(Kind.COMPANY),
    TITLE(Kind.WORDS),
    INDUSTRY(Kind.WORDS),
    CITY(Kind.NAME),
    SERVICE(Kind.WORDS),
    VALUE_PROP(Kind.WORDS),
    PAIN_POINT(Kind.WORDS),
    FUNDING_STAGE(Kind.WORDS),
    HIRING_ROLE(Kind.WORDS),
    TECHNOLOGY(Kind.WORDS),
    RECENT_NEWS(Kind.WORDS),
    MUTUAL_CONNECTION(Kind.NAME),
    PROOF_METRIC(Kind.WORDS),
    PROOF_CLIENT(Kind.COMPANY),
    AGENCY_NAME(Kind.COMPANY),
    SENDER_NAME(Kind.NAME),
    SENDER_TITLE(Kind.WORDS),
    MEETING_LINK(Kind.LINK),
    OPT_OUT_URL(Kind.LINK),
    OPT_OUT_TEXT(Kind.WORDS);

    /** How a value is made fit for a sentence. */
    enum Kind {
        NAME,
        COMPANY,
        WORDS,
        LINK
    }

    private static final Map<Variable, PersonalisationField> FIELDS = Map.of(
            FIRST_NAME, PersonalisationField.FIRST_NAME,
            COMPANY, PersonalisationField.COMPANY_MENTION,
            INDUSTRY, PersonalisationField.INDUSTRY_SPECIFIC,
            RECENT_NEWS, PersonalisationField.RECENT_NEWS,
            MUTUAL_CONNECTION, PersonalisationField.MUTUAL_CONNECTION);

    private final Kind kind;

    Variable(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The fields of personalisation among these; other variables tell a lead nothing about itself. */
    public static Set<PersonalisationField> personalisation(Set<Variable> variables) {
        return variables.stream()
                .flatMap(each -> Optional.ofNullable(FIELDS.get(each)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
