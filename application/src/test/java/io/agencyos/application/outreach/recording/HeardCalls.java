package io.agencyos.application.outreach.recording;

import static io.agencyos.application.testing.Leadbook.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.suppression.Consents;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.StoresUnderTest;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that were recorded, and who hears them afterwards. Source: outreach 10.5, 10.9, 19.9. */
public abstract class HeardCalls extends StoresUnderTest {

    protected static final Instant ENDED = Instant.parse("2026-01-01T10:00:00Z");
    protected static final String SHA = "ab".repeat(32);
    protected static final UserId ADMIN = new UserId(new UUID(0, 9));

    /** A vendor that erases, does not, or fails, as it is told. */
    static final class Vendor implements CallRecordings {

        final List<String> asked = new ArrayList<>();
        Result<Erasure, VendorFailure> answer = Result.ok(Erasure.ERASED);
        byte @Nullable [] sound;
        Runnable meanwhile = () -> {};

        /** Half of it, and then nothing, where it has a sound that breaks off. */
        boolean breaksOff;

        @Override
        public Result<Fetched, VendorFailure> fetch(ClientId client, String ref, OutputStream sink) {
            asked.add(ref);
            if (sound == null) {
                return Result.err(new VendorFailure.NotFound(VendorFailure.Details.of("fake-voice", "fetch", "none")));
            }
            try {
                sink.write(sound, 0, breaksOff ? sound.length / 2 : sound.length);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            meanwhile.run();
            return breaksOff
                    ? Result.err(
                            new VendorFailure.Unavailable(VendorFailure.Details.of("fake-voice", "fetch", "broke")))
                    : Result.ok(new Fetched(sound.length, SHA));
        }

        @Override
        public Result<Erasure, VendorFailure> erase(ClientId client, String ref) {
            asked.add(ref);
            return answer;
        }
    }

    protected final AtomicReference<Instant> clock = new AtomicReference<>(MONDAY);
    protected final Vendor vendor = new Vendor();
    protected CallUseCases useCases;

    protected abstract CallBook calls();

    protected abstract CallArchive archive();

    protected abstract RecordingFiles files();

    protected abstract RecordingBook book();

    protected abstract Consents consents();

    protected abstract Alerts alerts();

    protected abstract Audit audit();

    @BeforeEach
    void open() {
        CallPorts ports =
                new CallPorts(calls(), archive(), files(), name -> Optional.of(vendor), leads(), alerts(), audit());
        useCases = new CallUseCases(ports, units(), clock::get, UUID::randomUUID);
    }

    protected final CallBook.Call recorded(String ref) {
        Enrolment run = enrolled();
        CallBook.Call call = new CallBook.Call(
                UUID.randomUUID(),
                a(),
                run.leadId(),
                run.campaignId(),
                run.id(),
                new TouchId(UUID.randomUUID()),
                2,
                "fake-voice",
                ref,
                null,
                new PhoneNumber("+61491570006"),
                ENDED.minusSeconds(121),
                ENDED,
                121,
                CallResult.NO_OUTCOME,
                "Agreed to talk.",
                "AI: Hi Asha. User: Write to asha@harbour.example",
                new BigDecimal("0.1912"));
        run(() -> {
            calls().add(call);
            archive().recorded(a(), call.id(), ENDED);
        });
        return call;
    }

    protected final TenantScope as(Role role) {
        return new TenantScope(a(), ADMIN, role);
    }

    @Test // outreach 10.9: who may hear what was said
    void admins_hear_a_recording_piece_by_piece_and_it_is_written_down() throws IOException {
        CallBook.Call call = recorded("call-1");
        assertThat(heard(call)).as("no copy yet").isNull();
        run(() -> {
            files().append(a(), call.id(), 0, new byte[] {1, 2});
            files().append(a(), call.id(), 1, new byte[] {3});
            files().complete(a(), call.id(), new RecordingFiles.Copy(3, SHA, ENDED));
        });
        clock.set(ENDED.plus(Duration.ofDays(1)));

        assertThat(heard(call)).containsExactly(1, 2, 3);
        assertThat(useCases.keep().hear(as(Role.MEMBER), call.id(), Origin.NONE))
                .isEqualTo(new KeepCalls.Heard.RoleRequired());
        assertThat(useCases.keep().hear(TenantScope.worker(a()), call.id(), Origin.NONE))
                .as("programs hear nobody")
                .isEqualTo(new KeepCalls.Heard.RoleRequired());
        assertThat(useCases.keep().hear(new TenantScope(b(), ADMIN, Role.OWNER), call.id(), Origin.NONE))
                .isEqualTo(new KeepCalls.Heard.NotFound());
    }

    @Test // outreach 10.5: refused recording; 10.9: 90 days, unless held
    void nobody_hears_what_has_to_go() throws IOException {
        CallBook.Call declined = recorded("call-1");
        CallBook.Call old = recorded("call-2");
        for (CallBook.Call call : List.of(declined, old)) {
            run(() -> {
                files().append(a(), call.id(), 0, new byte[] {7});
                files().complete(a(), call.id(), new RecordingFiles.Copy(1, SHA, ENDED));
            });
        }
        clock.set(ENDED.plusSeconds(60));
        run(() -> archive().declined(a(), declined.id(), clock.get()));
        assertThat(heard(declined)).isNull();
        assertThat(heard(old)).containsExactly(7);

        clock.set(ENDED.plus(CallArchive.KEPT));
        assertThat(heard(old)).isNull();
        useCases.keep().hold(as(Role.ADMIN), old.id(), "A complaint is open.", Origin.NONE);
        assertThat(heard(old)).containsExactly(7);
    }

    private byte @Nullable [] heard(CallBook.Call call) throws IOException {
        KeepCalls.Heard heard = useCases.keep().hear(as(Role.ADMIN), call.id(), Origin.NONE);
        if (!(heard instanceof KeepCalls.Heard.Sound(KeepCalls.Body sound))) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sound.to(out);
        return out.toByteArray();
    }

    @Test // outreach 19.9: per number, two years
    void the_log_of_a_number_goes_back_two_years() {
        CallBook.Call first = recorded("call-1");
        CallBook.Call second = recorded("call-2");
        PhoneNumber number = first.to();
        clock.set(ENDED.plus(Duration.ofDays(730)));

        List<CallBook.Call> log = logged(as(Role.ADMIN), number, null, 10);
        assertThat(log).extracting(CallBook.Call::id).containsExactlyInAnyOrder(first.id(), second.id());
        CallBook.Call newest = log.getFirst();
        assertThat(logged(as(Role.ADMIN), number, new CallBook.After(newest.startedAt(), newest.id()), 10))
                .containsExactly(log.getLast());
        assertThat(logged(as(Role.ADMIN), new PhoneNumber("+61491570156"), null, 10))
                .isEmpty();
        assertThat(logged(new TenantScope(b(), ADMIN, Role.OWNER), number, null, 10))
                .isEmpty();
        assertThat(useCases.keep().ofNumber(as(Role.MEMBER), number, null, 10))
                .isEqualTo(new KeepCalls.Log.RoleRequired());

        clock.set(ENDED.plus(Duration.ofDays(732)));
        assertThat(logged(as(Role.ADMIN), number, null, 10)).isEmpty();
    }

    private List<CallBook.Call> logged(
            TenantScope scope, PhoneNumber number, CallBook.@Nullable After after, int limit) {
        return useCases.keep().ofNumber(scope, number, after, limit)
                        instanceof KeepCalls.Log.Calls(List<CallBook.Call> calls)
                ? calls
                : List.of();
    }
}
