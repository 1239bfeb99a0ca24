package io.agencyos.application.resource;

import io.agencyos.domain.resource.DomainPause;
import io.agencyos.domain.resource.DomainPause.Recent;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.WarmUpReading;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** The domains that a client sends from. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
public interface SendingDomains {

    /** By name; locked against other judges until the unit ends. */
    List<SendingDomain> ofClientForUpdate(ClientId client);

    /** What each of the client's domains sent since then and what came of it; absent where it sent nothing. */
    Map<ResourceId, Mail> mailSince(ClientId client, Instant since);

    /**
     * The newest mails of each domain, at most {@link DomainPause#LAST}, since it was last let go on; absent where it sent
     * none. Source: flows 1.7 deliverability.
     */
    Map<ResourceId, Recent> lastMail(ClientId client);

    /** The same as {@link #mailSince} by the days (UTC) on which it was sent, from this day on; days without mail are absent. */
    Map<ResourceId, Map<LocalDate, Mail>> mailByDay(ClientId client, LocalDate first);

    /**
     * What the newest test of each domain since this day saw in inboxes, in whole percent rounded down; absent where
     * nobody tested.
     */
    Map<ResourceId, Integer> inboxPercent(ClientId client, LocalDate since);

    /**
     * Keeps what a test of the day saw in inboxes, in place of an earlier one of that day. Needs a unit of work of the
     * platform.
     *
     * @return false where there is no such domain
     */
    boolean placed(ResourceId domain, LocalDate day, int inboxPercent);

    /** Until which day (UTC) it is known of each of the client's domains what a service sent from it; absent where nothing is. */
    Map<ResourceId, LocalDate> warmUpKnownUntil(ClientId client);

    /** Keeps what a service sent from a domain, by day (UTC), in place of what was known of those days. Needs a unit of work of the platform. */
    void warmedUp(ResourceId domain, Map<LocalDate, WarmUpTraffic> days);

    /** Keeps what a service measured of a domain, null where none measures it any more, and from when on its days count. */
    void measured(ClientId client, ResourceId domain, @Nullable WarmUpReading reading, @Nullable Instant warmingSince);

    /** Writes standing, warm-up start and the figures that it was judged by; its mailboxes have the same from then on. */
    void judge(SendingDomain domain, Mail mail, Instant at);
}
