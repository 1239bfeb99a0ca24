package io.agencyos.domain.resource;

import io.agencyos.domain.resource.DomainPause.Recent;
import io.agencyos.domain.resource.SendingDomain.Mail;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Why a domain is stopped, for the people whose mail waits. Source: flows 1.7 deliverability.
 *
 * @param code lower snake case
 * @param figure such as {@code bounce rate 5.1 %}
 */
public record StopReason(String code, String figure) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Of a domain that is stopped: its last mails, else its month; complaints where those alone are too many. */
    public static StopReason of(SendingDomain domain, Mail month, Recent last) {
        if (domain.health() != DomainHealth.CRITICAL) {
            return new StopReason("recent_bounces", "bounce rate " + percent(last.bounces(), last.sends()));
        }
        return HealthRules.of(month.sends(), month.bounces(), 0) == DomainHealth.CRITICAL
                ? new StopReason("bounces", "bounce rate " + percent(month.bounces(), month.sends()))
                : new StopReason("complaints", "complaint rate " + percent(month.complaints(), month.sends()));
    }

    private static String percent(int part, int whole) {
        return HUNDRED.multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(Math.max(1, whole)), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
