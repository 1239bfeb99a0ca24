package io.agencyos.application.outreach.wash;

import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.outreach.Wash;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One platform unit for each file, so that a number is never in two washes and a result counts once. */
final class WashDeskService implements WashDesk {

    private static final int SHOWN = 50;

    private final WashPorts ports;
    private final UnitOfWork units;
    private final IdSource ids;

    WashDeskService(WashPorts ports, UnitOfWork units, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.ids = ids;
    }

    @Override
    public Standing show() {
        Instant now = ports.clock().now();
        return units.onPlatform(() -> new Standing(
                ports.washes().waiting(WashDays.of(now), now), ports.washes().newest(SHOWN)));
    }

    @Override
    public Outgoing export(UserId by, int limit, Origin origin) {
        return units.onPlatform(() -> {
            Instant now = ports.clock().now();
            List<PhoneNumber> numbers = ports.washes().due(WashDays.of(now), limit).stream()
                    .map(PhoneWash::number)
                    .toList();
            Wash wash = Wash.sent(ids.next().toString(), numbers.size(), now);
            if (!numbers.isEmpty()) {
                ports.washes().send(wash, numbers);
                audit(by, AuditAction.EXPORT, wash, origin);
            }
            return new Outgoing(wash, ports.files().lines(numbers));
        });
    }

    @Override
    public Result<Taken, Wash.Refusal> take(
            UserId by, String washId, List<String> lines, Instant washedAt, Origin origin) {
        return units.onPlatform(() -> {
            Optional<Wash> known = ports.washes().wash(washId);
            if (known.isEmpty()) {
                return Result.err(Wash.Refusal.UNKNOWN_WASH);
            }
            Wash.Refusal refusal = known.get().refuses(washedAt, ports.clock().now());
            if (refusal != null) {
                return Result.err(refusal);
            }
            Taken taken = take(known.get(), ports.files().read(lines), washedAt);
            audit(by, AuditAction.IMPORT, taken.wash(), origin);
            return Result.ok(taken);
        });
    }

    private Taken take(Wash wash, Map<PhoneNumber, PhoneWash.Answer> answers, Instant washedAt) {
        LocalDate washedOn = WashDays.of(washedAt);
        List<PhoneWash> after = new ArrayList<>();
        int answered = 0;
        int newlyListed = 0;
        int newlyClean = 0;
        for (PhoneWash before : ports.washes().carriedBy(wash.id())) {
            PhoneWash.Answer answer = answers.get(before.number());
            PhoneWash now = answer == null ? before.unanswered() : before.answered(answer, washedOn, wash.id());
            answered += answer == null ? 0 : 1;
            newlyListed += now.newlyListed(before) ? 1 : 0;
            newlyClean += now.newlyClean(before) ? 1 : 0;
            after.add(now);
        }
        Wash done = wash.done(washedAt, count(after, wash, true), count(after, wash, false));
        ports.washes().settle(done, after);
        return new Taken(done, after.size() - answered, answers.size() - answered, newlyListed, newlyClean);
    }

    private static int count(List<PhoneWash> numbers, Wash wash, boolean clean) {
        return (int) numbers.stream()
                .filter(one -> switch (one.standing()) {
                    case DoNotCallStanding.Unknown unknown -> false;
                    case DoNotCallStanding.Clean said -> clean && said.washId().equals(wash.id());
                    case DoNotCallStanding.Listed said ->
                        !clean && said.washId().equals(wash.id());
                })
                .count();
    }

    private void audit(UserId by, AuditAction action, Wash wash, Origin origin) {
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        ports.clock().now(),
                        null,
                        Actor.user(by.value()),
                        action,
                        AuditEntry.Outcome.OK,
                        "phone_wash",
                        null,
                        Map.of(),
                        Map.of("wash_id", wash.id(), "numbers", String.valueOf(wash.numbers())),
                        origin));
    }
}
