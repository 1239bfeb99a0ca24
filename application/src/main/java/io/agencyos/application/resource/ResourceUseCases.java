package io.agencyos.application.resource;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class ResourceUseCases {

    private final MailboxService mailboxes;
    private final RefreshMailboxesService refresh;

    public ResourceUseCases(ResourcePorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        MailboxNews news = new MailboxNews(ports, clock, ids);
        mailboxes = new MailboxService(ports, news, units, clock, ids);
        refresh = new RefreshMailboxesService(ports, news, units, clock);
    }

    public ConnectMailbox connectMailbox() {
        return mailboxes;
    }

    /** For whoever learns of a bounce or a complaint, and for the nightly look. */
    public static JudgeDomains judgeDomains(
            SendingDomains domains, Breakers breakers, Events events, ClockPort clock, IdSource ids) {
        return new JudgeDomainsService(domains, breakers, events, clock, ids);
    }

    /** For staff who test where a domain's mail arrives. */
    public static RecordPlacement recordPlacement(SendingDomains domains, UnitOfWork units, ClockPort clock) {
        return (domain, inboxPercent) -> units.onPlatform(
                () -> domains.placed(domain, LocalDate.ofInstant(clock.now(), ZoneOffset.UTC), inboxPercent));
    }

    /** For the nightly look. */
    public static ForecastDomains forecastDomains(SendingDomains domains, Alerts alerts, ClockPort clock) {
        return new ForecastDomainsService(domains, alerts, clock);
    }

    public ListMailboxes listMailboxes() {
        return mailboxes;
    }

    public RefreshMailboxes refreshMailboxes() {
        return refresh;
    }
}
