package io.agencyos.application.conversation;

import io.agencyos.application.resource.MailboxWarmUp;
import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.resource.MailboxWarmth.Dns;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A service that warms one client's mailboxes up, and says of them what it is told to say. */
final class ToldWarmUp implements MailboxWarmUp {

    private final ClientId client;
    private final List<MailboxWarmth> measured = new ArrayList<>();
    private final List<Placement> tests = new ArrayList<>();
    private final Set<String> orders = new LinkedHashSet<>();
    private boolean serving = true;
    private boolean answering = true;

    ToldWarmUp(ClientId client) {
        this.client = client;
    }

    void measures(EmailAddress mailbox, boolean warm, int days, Instant at) {
        Dns valid = new Dns(DnsState.VALID, DnsState.VALID, DnsState.VALID, DnsState.VALID);
        measured.removeIf(one -> one.mailbox().equals(mailbox));
        measured.add(new MailboxWarmth(mailbox, warm, days, warm ? 0 : 22 - days, 90, valid, 0, at));
    }

    /** A warm one that is not well. */
    void ails(EmailAddress mailbox, int heat, int blacklistHits, Dns dns, Instant at) {
        measured.removeIf(one -> one.mailbox().equals(mailbox));
        measured.add(new MailboxWarmth(mailbox, true, 31, 0, heat, dns, blacklistHits, at));
    }

    void tested(EmailAddress mailbox, LocalDate day, int inboxPercent) {
        tests.removeIf(one -> one.mailbox().equals(mailbox));
        tests.add(new Placement(mailbox, day, inboxPercent));
    }

    void answers(boolean yes) {
        answering = yes;
    }

    void leaves() {
        serving = false;
    }

    /** References of the tests that were ordered. */
    List<String> orders() {
        return List.copyOf(orders);
    }

    private <T> Result<T, VendorFailure> answer(T told) {
        return answering
                ? Result.ok(told)
                : Result.err(
                        new VendorFailure.Unavailable(VendorFailure.Details.of("fake-warm-up", "read", "maintenance")));
    }

    @Override
    public boolean serves(ClientId asked) {
        return serving && asked.equals(client);
    }

    @Override
    public Result<List<MailboxWarmth>, VendorFailure> statuses(ClientId asked) {
        return answer(List.copyOf(measured));
    }

    @Override
    public Result<MailboxWarmth, VendorFailure> status(ClientId asked, EmailAddress mailbox) {
        throw new UnsupportedOperationException("all are read at once");
    }

    /** Ten e-mails a day, of which one lies among spam. */
    @Override
    public Result<Map<LocalDate, WarmUpTraffic>, VendorFailure> traffic(
            ClientId asked, EmailAddress mailbox, LocalDate first, LocalDate last) {
        return answer(first.datesUntil(last.plusDays(1))
                .collect(Collectors.toMap(day -> day, day -> new WarmUpTraffic(10, 4, 1))));
    }

    @Override
    public Result<List<Placement>, VendorFailure> placements(ClientId asked, Collection<EmailAddress> mailboxes) {
        return answer(tests.stream()
                .filter(test -> mailboxes.contains(test.mailbox()))
                .toList());
    }

    @Override
    public Result<Boolean, VendorFailure> testPlacement(ClientId asked, EmailAddress mailbox, String reference) {
        return answer(answering && orders.add(reference));
    }
}
