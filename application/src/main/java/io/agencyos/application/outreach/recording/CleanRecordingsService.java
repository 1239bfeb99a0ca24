package io.agencyos.application.outreach.recording;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.SpokenWords;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each recording in units of its own, and the vendor asked in none; those that it keeps fill no page, as the cursor goes on. */
final class CleanRecordingsService implements CleanRecordings {

    private static final String KIND = "recording_not_deleted";
    private static final String REASON = "retention";
    private static final int PAGE = 100;
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final CallPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    CleanRecordingsService(CallPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Round clean(ClientId client) {
        int deleted = 0;
        int pending = 0;
        UUID after = null;
        List<CallArchive.Due> page = page(client, after);
        while (!page.isEmpty()) {
            for (CallArchive.Due due : page) {
                boolean gone = clean(client, due);
                deleted += gone ? 1 : 0;
                pending += gone ? 0 : 1;
            }
            page = page(client, page.getLast().callId());
        }
        return new Round(deleted, pending);
    }

    @Override
    public int dryRun(ClientId client) {
        int found = 0;
        List<CallArchive.Due> page = page(client, null);
        while (!page.isEmpty()) {
            found += page.size();
            page = page(client, page.getLast().callId());
        }
        return found;
    }

    private List<CallArchive.Due> page(ClientId client, @Nullable UUID after) {
        return in(client, () -> ports.archive().due(client, clock.now(), after, PAGE));
    }

    private <T> T in(ClientId client, Supplier<T> work) {
        return units.inTenant(TenantScope.worker(client), work);
    }

    /**
     * The vendor's copy holds what was said: our transcript loses its people before that one goes, as both would be gone
     * otherwise, and our copy of the sound goes first of all.
     */
    private boolean clean(ClientId client, CallArchive.Due due) {
        units.inTenant(TenantScope.worker(client), () -> {
            ports.files().remove(client, due.callId());
            anonymise(client, due.callId());
        });
        Result<CallRecordings.Erasure, VendorFailure> erasure = ports.recordings()
                .apply(due.vendor())
                .map(vendor -> vendor.erase(client, due.ref()))
                .orElseGet(() -> Result.err(new VendorFailure.Unauthorized(
                        VendorFailure.Details.of(due.vendor(), "erase", "no such account is connected"))));
        boolean gone = erasure.fold(CallRecordings.Erasure.ERASED::equals, failure -> false);
        Instant now = clock.now();
        units.inTenant(TenantScope.worker(client), () -> {
            if (gone) {
                ports.archive().deleted(client, due.callId(), now, REASON);
            } else {
                ports.archive().refused(client, due.callId(), now, erasure.fold(Enum::name, VendorFailure::kind));
                complain(client, due, now);
            }
        });
        return gone;
    }

    private void anonymise(ClientId client, UUID id) {
        ports.calls().find(client, id).filter(call -> call.transcript() != null).ifPresent(call -> {
            List<String> names = ports.leads()
                    .find(client, call.leadId())
                    .map(CleanRecordingsService::names)
                    .orElse(List.of());
            ports.calls().update(call.saying(SpokenWords.withoutPeople(call.transcript(), names)));
        });
    }

    private static List<String> names(Lead lead) {
        return Stream.of(
                        lead.person().firstName(),
                        lead.person().lastName(),
                        lead.company().name())
                .filter(Objects::nonNull)
                .toList();
    }

    private void complain(ClientId client, CallArchive.Due due, Instant now) {
        if (due.requestedAt() != null && due.requestedAt().isBefore(now.minus(PATIENCE))) {
            ports.alerts()
                    .raise(Alert.of(
                            KIND + ":" + due.callId(),
                            Alert.Severity.WARNING,
                            KIND,
                            client,
                            "A recording could not be deleted at the vendor for a week.",
                            Map.of("call_id", due.callId().toString(), "vendor", due.vendor()),
                            now));
        }
    }

    @Override
    public List<ClientId> due(@Nullable ClientId after, int limit) {
        return units.onPlatform(() -> ports.archive().clientsWithDue(clock.now(), after, limit));
    }
}
