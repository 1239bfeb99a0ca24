package io.agencyos.application.client.staff;

import io.agencyos.application.platform.AlertRecipients;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.Comparator;
import java.util.List;

/**
 * What staff sets for the whole platform. Source: api 9.17 {@code P/settings}.
 *
 * @param aiPerDay the most that models may cost all clients together on a day
 * @param floors the lowest scores for the channels that cost money; a campaign's own go before them
 * @param freeMail domains that are nobody's company, beside those that are shipped, by name
 * @param audit how long entries of the audit log are kept
 * @param alerts who hears of alerts without asking
 * @param version of all of it together
 */
public record PlatformRules(
        Money aiPerDay,
        CostFloors floors,
        Maintenance maintenance,
        List<DomainName> freeMail,
        AuditRetention audit,
        AlertRecipients alerts,
        int version) {

    public PlatformRules {
        freeMail = freeMail.stream().distinct().sorted(BY_NAME).toList();
    }

    private static final Comparator<DomainName> BY_NAME = Comparator.comparing(DomainName::value);

    /**
     * While it is on, clients' addresses answer 503; sends, sign-in, staff and vendors' hooks go on.
     *
     * @param message for whoever asks meanwhile, at most 500 characters
     */
    public record Maintenance(boolean on, String message) {

        public static final Maintenance OFF = new Maintenance(false, "");
    }
}
