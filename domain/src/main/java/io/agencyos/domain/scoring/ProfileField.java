package io.agencyos.domain.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/** What a complete record of a lead holds, each field weighted in tenths. Source: scoring TIER-3. */
public enum ProfileField {
    FIRST_NAME(20),
    LAST_NAME(20),
    EMAIL(20),
    TITLE(20),
    LINKEDIN_URL(20),
    COMPANY_NAME(15),
    DOMAIN(15),
    INDUSTRY(15),
    EMPLOYEE_COUNT(15),
    HEADLINE(10),
    ABOUT(10),
    POSTS(10),
    HIRING(10),
    FUNDING_STAGE(10),
    TECHNOLOGIES(10),
    ENRICHMENT_DATA(5),
    PAIN_POINTS(5),
    ICEBREAKERS(5);

    private static final int ALL = sum(Set.of(values()));

    private final int tenths;

    ProfileField(int tenths) {
        this.tenths = tenths;
    }

    /** How complete a record with these fields is, 0.00 to 1.00, rounded half up. */
    public static BigDecimal completeness(Set<ProfileField> present) {
        return BigDecimal.valueOf(sum(present)).divide(BigDecimal.valueOf(ALL), 2, RoundingMode.HALF_UP);
    }

    private static int sum(Set<ProfileField> fields) {
        return fields.stream().mapToInt(field -> field.tenths).sum();
    }
}
