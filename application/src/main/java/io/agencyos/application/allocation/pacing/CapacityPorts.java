package io.agencyos.application.allocation.pacing;

import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.application.resource.seat.Seats;
import io.agencyos.domain.allocation.CapacityCheck;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxChoice;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the comparison of a client's senders with its plan needs from outside. */
public record CapacityPorts(
        Clients clients,
        MailboxRepository mailboxes,
        Seats seats,
        SendingNumbers numbers,
        PacingBook book,
        Alerts alerts) {

    private static final int TEXTS_OF_A_CLIENT = 200;

    private static final Duration MEASURED = Duration.ofDays(28);

    /**
     * A client's plan beside its senders.
     *
     * @param supply touches per working day by channel; a channel that is not named has none
     */
    record Compared(CapacityCheck check, Map<Channel, Integer> supply) {

        List<CapacityCheck.Shortfall> shortfalls() {
            return check.shortfalls(supply);
        }

        int supplied(Channel channel) {
            return supply.getOrDefault(channel, 0);
        }
    }

    /** Empty where the client is gone or books nothing. In the client's unit of work. */
    Optional<Compared> compare(ClientId client, Instant now) {
        return clients.subscription(client)
                .filter(booked -> booked.status().isRunning())
                .map(booked -> new Compared(
                        new CapacityCheck(booked.plan().terms().leadsPerMonth(), dials(client, now)),
                        supply(client, now)));
    }

    /** Two of each lead until the client's own calls tell better. */
    private CapacityCheck.Dials dials(ClientId client, Instant now) {
        PacingBook.Dialled dialled = book.dialled(client, now.minus(MEASURED), now);
        return CapacityCheck.Dials.measured(dialled.calls(), dialled.leads());
    }

    /**
     * Touches that a client's senders can do on a working day as they are now: of e-mail what is left beside answers, of
     * texts no more than a client may send (RES-8).
     */
    private Map<Channel, Integer> supply(ClientId client, Instant now) {
        Map<Channel, Integer> supply = new HashMap<>();
        supply.put(
                Channel.EMAIL,
                outbound(client, now).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        supply.put(
                Channel.LINKEDIN,
                seats.ofClient(client).stream()
                        .mapToInt(seat -> seat.limit(now))
                        .sum());
        numbers.ofClient(client).forEach(number -> {
            supply.merge(Channel.VOICE, number.calls(now), Integer::sum);
            supply.merge(Channel.SMS, number.texts(), (known, more) -> Math.min(TEXTS_OF_A_CLIENT, known + more));
        });
        return Map.copyOf(supply);
    }

    /** By domain, because the mailboxes of one share its limit. */
    private Map<ResourceId, Integer> outbound(ClientId client, Instant now) {
        Map<ResourceId, Integer> domains = new HashMap<>();
        for (Mailbox mailbox : mailboxes.ofClient(client)) {
            if (MailboxChoice.usable(mailbox)) {
                domains.put(mailbox.domainId(), DailyLimit.of(mailbox, now).outbound());
            }
        }
        return domains;
    }
}
