package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.resource.MailboxWarmUp.Placement;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where test e-mails from a mailbox arrive: what is ordered, and what the newest tests found. Source: salesforge 3 W4. */
final class PlacementTests {

    private static final int AT_ONCE = 100;
    private static final int DAY = "2026-09-01".length();
    private static final int ALL = 100;
    private static final String SUBJECT = "A question about the coming quarter";
    private static final String BODY = "Hi there,\n\nwe are planning the coming quarter and would like to know whether"
            + " next week suits you for a short talk. If not, a line is enough.\n\nKind regards";

    private PlacementTests() {}

    /** Our mailboxes by the vendor's ids; those that it does not have are left out. */
    static Map<String, EmailAddress> known(List<WarmUpApi.Box> boxes, Collection<EmailAddress> ours) {
        Map<EmailKey, EmailAddress> wanted =
                ours.stream().collect(Collectors.toMap(EmailAddress::key, address -> address, (one, other) -> one));
        Map<String, EmailAddress> ids = new LinkedHashMap<>();
        boxes.forEach(box -> ThreadReader.address(box.address())
                .map(address -> wanted.get(address.key()))
                .filter(address -> box.id() != null)
                .ifPresent(address -> ids.put(box.id(), address)));
        return ids;
    }

    /** A hundred at a time. */
    static Result<List<Placement>, VendorFailure> latest(
            Map<String, EmailAddress> mailboxes,
            Function<List<String>, Result<WarmUpApi.Results, VendorFailure>> asking) {
        List<String> ids = List.copyOf(mailboxes.keySet());
        List<Placement> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Result<WarmUpApi.Results, VendorFailure> asked =
                    asking.apply(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            if (asked instanceof Result.Err<WarmUpApi.Results, VendorFailure>(VendorFailure failure)) {
                return Result.err(failure);
            }
            asked.orElseThrow()
                    .results()
                    .forEach(one -> placement(mailboxes, one).ifPresent(found::add));
        }
        return Result.ok(found);
    }

    /** A test under way says little: what is pending would count as missing. */
    private static Optional<Placement> placement(Map<String, EmailAddress> mailboxes, WarmUpApi.Latest one) {
        EmailAddress mailbox = one.mailboxId() == null ? null : mailboxes.get(one.mailboxId());
        WarmUpApi.Tested test = one.placementTest();
        boolean over = test != null && (test.pendingCount() == null || test.pendingCount() == 0);
        if (mailbox == null || !over || test.result() == null || test.result() < 0 || test.result() > ALL) {
            return Optional.empty();
        }
        int percent = test.result();
        return day(Texts.orEmpty(test.date())).map(day -> new Placement(mailbox, day, percent));
    }

    /** The vendor names no form of its times; all of them begin with the day. */
    private static Optional<LocalDate> day(String told) {
        try {
            return told.length() < DAY ? Optional.empty() : Optional.of(LocalDate.parse(told.substring(0, DAY)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A plain business mail, since what is tested is the sender and not the words. */
    static WarmUpApi.NewTest of(WarmUpApi.Box box, String reference) {
        List<String> mailboxes = box.id() == null ? List.of() : List.of(box.id());
        return new WarmUpApi.NewTest(reference, SUBJECT, BODY, mailboxes, reference);
    }
}
