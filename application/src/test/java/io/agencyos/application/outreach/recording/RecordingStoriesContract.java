package io.agencyos.application.outreach.recording;

import static io.agencyos.application.testing.Leadbook.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.suppression.KeepConsents;
import io.agencyos.application.outreach.suppression.KeepConsentsService;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.Consent;
import io.agencyos.domain.outreach.ConsentKind;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.LeadId;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Recordings until they are gone, and consents that stay, on whatever stores. Source: outreach 10.9, 6.4, vapi 8. */
public abstract class RecordingStoriesContract extends HeardCalls {

    private byte[] copy(CallBook.Call call) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        run(() -> files().read(a(), call.id(), bytes));
        return bytes.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] sound = new byte[length];
        new Random(7).nextBytes(sound);
        return sound;
    }

    @Test // vapi 8, 12 rows 14, 25: fetched once after the report, streamed, with its SHA-256
    void a_recording_comes_to_us_whole_once_and_goes_with_the_vendors() {
        CallBook.Call call = recorded("call-1");
        clock.set(ENDED.plusSeconds(30));
        vendor.sound = noise(2_500_000);
        assertThat(useCases.fetch().due(null, 1_000)).contains(a()).doesNotContain(b());
        assertThat(useCases.fetch().fetch(a())).isEqualTo(new FetchRecordings.Round(1, 0));
        assertThat(read(() -> files().find(a(), call.id())))
                .contains(new RecordingFiles.Copy(2_500_000, SHA, clock.get()));
        assertThat(copy(call)).isEqualTo(vendor.sound);
        assertThat(useCases.fetch().due(null, 1_000)).doesNotContain(a());
        assertThat(useCases.fetch().fetch(a())).isEqualTo(new FetchRecordings.Round(0, 0));
        assertThat(vendor.asked).containsExactly("call-1");
        assertThat(units().inTenant(TenantScope.worker(b()), () -> files().find(b(), call.id())))
                .as("another client's")
                .isEmpty();

        clock.set(ENDED.plus(CallArchive.KEPT));
        vendor.answer = Result.ok(CallRecordings.Erasure.PENDING);
        useCases.clean().clean(a());
        assertThat(copy(call)).as("ours goes whatever the vendor says").isEmpty();
        assertThat(read(() -> files().find(a(), call.id()))).isEmpty();
    }

    @Test // vapi 8: retried 5 times over 2 h, the artefact may lag
    void a_recording_that_is_not_there_yet_is_asked_for_six_times_in_two_hours() {
        CallBook.Call call = recorded("call-1");
        List<Duration> asked = new ArrayList<>();
        for (Duration after = Duration.ZERO; after.toHours() < 5; after = after.plusMinutes(1)) {
            clock.set(ENDED.plus(after));
            if (useCases.fetch().fetch(a()).missed() > 0) {
                asked.add(after);
            }
        }
        assertThat(asked).extracting(Duration::toMinutes).containsExactly(0L, 2L, 7L, 20L, 60L, 120L);
        assertThat(units().onPlatform(() -> alerts().open(200)))
                .extracting(Alert::fingerprint)
                .contains("recording_not_fetched:" + call.id());
    }

    @Test // vapi 12 row 25: 404 then 200; a broken stream leaves nothing behind
    void half_a_recording_is_none_and_the_next_try_brings_the_whole() {
        CallBook.Call call = recorded("call-1");
        clock.set(ENDED);
        vendor.sound = noise(3_000_000);
        vendor.breaksOff = true;
        assertThat(useCases.fetch().fetch(a())).isEqualTo(new FetchRecordings.Round(0, 1));
        assertThat(copy(call)).isEmpty();
        vendor.breaksOff = false;
        vendor.sound = noise(1_200_000);
        clock.set(ENDED.plusSeconds(120));
        assertThat(useCases.fetch().fetch(a())).isEqualTo(new FetchRecordings.Round(1, 0));
        assertThat(copy(call)).isEqualTo(vendor.sound);
    }

    @Test // vapi 8: recording_declined; what was refused is not fetched, nor kept when it was just being fetched
    void what_the_person_refused_is_never_kept() {
        CallBook.Call refused = recorded("refused");
        clock.set(ENDED.plusSeconds(60));
        run(() -> archive().declined(a(), refused.id(), clock.get()));
        vendor.sound = noise(100);
        assertThat(useCases.fetch().fetch(a())).isEqualTo(new FetchRecordings.Round(0, 0));

        CallBook.Call meanwhile = recorded("meanwhile");
        vendor.meanwhile = () -> run(() -> archive().declined(a(), meanwhile.id(), clock.get()));
        assertThat(useCases.fetch().fetch(a())).isEqualTo(new FetchRecordings.Round(0, 1));
        assertThat(copy(meanwhile)).isEmpty();
    }

    private CallArchive.Recording recording(CallBook.Call call) {
        return read(() -> archive().find(a(), call.id()).orElseThrow());
    }

    @Test // outreach 10.9: completed 1 Jan 2026 10:00Z -> eligible from 1 Apr 2026 10:00Z
    void a_recording_goes_after_ninety_days_and_not_before() {
        CallBook.Call call = recorded("call-1");
        clock.set(Instant.parse("2026-04-01T09:59:59Z"));
        assertThat(useCases.clean().clean(a())).isEqualTo(new CleanRecordings.Round(0, 0));
        clock.set(Instant.parse("2026-04-01T10:00:00Z"));
        assertThat(useCases.clean().due(null, 1_000)).contains(a());
        assertThat(useCases.clean().dryRun(a())).isEqualTo(1);
        assertThat(vendor.asked).as("a dry run asks nobody").isEmpty();
        assertThat(useCases.clean().clean(a())).isEqualTo(new CleanRecordings.Round(1, 0));
        assertThat(recording(call).deletedAt()).isEqualTo(clock.get());
        assertThat(useCases.clean().due(null, 1_000)).doesNotContain(a());
    }

    @Test // outreach 10.9, vapi 8: the transcript is anonymised, call, outcome and summary stay
    void what_was_said_loses_its_people_when_the_vendors_copy_goes() {
        CallBook.Call call = recorded("call-1");
        clock.set(ENDED.plus(CallArchive.KEPT));
        useCases.clean().clean(a());
        CallBook.Call left = read(() -> calls().find(a(), call.id()).orElseThrow());
        assertThat(left.transcript()).isEqualTo("AI: Hi [removed]. User: Write to [removed]");
        assertThat(left.summary()).isEqualTo("Agreed to talk.");
        assertThat(left.result()).isEqualTo(CallResult.NO_OUTCOME);
    }

    @Test // outreach 10.9: held rows are excluded in the query, pages of 100 until none remain
    void held_recordings_fill_no_page_and_are_kept() {
        CallBook.Call held = recorded("held");
        List<CallBook.Call> others = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            others.add(recorded("call-" + i));
        }
        assertThat(useCases.keep().hold(as(Role.ADMIN), held.id(), "A complaint is open.", Origin.NONE))
                .isEqualTo(KeepCalls.Held.DONE);
        clock.set(ENDED.plus(CallArchive.KEPT));
        assertThat(useCases.clean().clean(a())).isEqualTo(new CleanRecordings.Round(120, 0));
        assertThat(vendor.asked).doesNotContain("held").doesNotHaveDuplicates();
        assertThat(recording(held).deletedAt()).isNull();

        useCases.keep().hold(as(Role.ADMIN), held.id(), null, Origin.NONE);
        assertThat(useCases.clean().clean(a())).isEqualTo(new CleanRecordings.Round(1, 0));
        assertThat(useCases.keep().hold(as(Role.ADMIN), held.id(), "Too late now.", Origin.NONE))
                .isEqualTo(KeepCalls.Held.NO_RECORDING);
    }

    @Test // outreach 10.9: never marked deleted what the vendor did not confirm; retried daily, alert after 7 days
    void what_the_vendor_does_not_confirm_stays_and_is_tried_again() {
        CallBook.Call call = recorded("call-1");
        clock.set(ENDED.plus(CallArchive.KEPT));
        vendor.answer = Result.ok(CallRecordings.Erasure.PENDING);
        assertThat(useCases.clean().clean(a())).isEqualTo(new CleanRecordings.Round(0, 1));
        assertThat(recording(call).deletedAt()).isNull();
        assertThat(recording(call).attempts()).isEqualTo(1);
        assertThat(complaints(call)).isZero();

        clock.updateAndGet(now -> now.plus(Duration.ofDays(8)));
        vendor.answer =
                Result.err(new VendorFailure.Unavailable(VendorFailure.Details.of("fake-voice", "erase", "down")));
        useCases.clean().clean(a());
        assertThat(complaints(call)).isEqualTo(1);

        vendor.answer = Result.ok(CallRecordings.Erasure.ERASED);
        assertThat(useCases.clean().clean(a())).isEqualTo(new CleanRecordings.Round(1, 0));
    }

    private long complaints(CallBook.Call call) {
        return units().onPlatform(() -> alerts().open(200)).stream()
                .map(Alert::fingerprint)
                .filter(one -> one.equals("recording_not_deleted:" + call.id()))
                .count();
    }

    @Test // api 9.11: admins
    void only_admins_hold_recordings_and_another_client_sees_no_call() {
        CallBook.Call call = recorded("call-1");
        assertThat(useCases.keep().hold(as(Role.MEMBER), call.id(), "A complaint is open.", Origin.NONE))
                .isEqualTo(KeepCalls.Held.ROLE_REQUIRED);
        assertThat(useCases.keep().find(as(Role.VIEWER), call.id())).isPresent();
        assertThat(useCases.keep().find(new TenantScope(b(), ADMIN, Role.OWNER), call.id()))
                .isEmpty();
    }

    @Test // vapi 6: duplicates by the vendor's call id
    void a_call_is_kept_once_by_the_vendors_name_for_it() {
        CallBook.Call call = recorded("call-1");
        assertThat(read(() -> calls().add(call.cameTo(CallResult.BUSY)))).isFalse();
        assertThat(read(() -> calls().byRef(a(), "fake-voice", "call-1")).map(CallBook.Call::id))
                .contains(call.id());
        assertThat(read(() -> calls().dials(a(), call.enrolmentId(), 2))).containsExactly(CallResult.NO_OUTCOME);
    }

    @Test // outreach 6.4: who, what, when, source; 6.5: express consent to be called, for three months
    void consents_are_kept_with_their_evidence_and_count_while_they_hold() {
        KeepConsents keep =
                new KeepConsentsService(consents(), leads(), audit(), units(), clock::get, UUID::randomUUID);
        LeadId lead = lead(70).id();
        Consent.Wish called =
                new Consent.Wish(Channel.VOICE, ConsentKind.EXPRESS, "Said so at the fair.", MONDAY.minusSeconds(60));
        Consent.Wish published = new Consent.Wish(
                Channel.SMS,
                ConsentKind.CONSPICUOUS_PUBLICATION,
                "https://harbour.example/team",
                MONDAY.minusSeconds(90));

        assertThat(keep.keep(as(Role.MEMBER), lead, called, Origin.NONE)).isInstanceOf(KeepConsents.Outcome.Kept.class);
        assertThat(keep.keep(as(Role.MEMBER), lead, published, Origin.NONE))
                .isInstanceOf(KeepConsents.Outcome.Kept.class);
        assertThat(keep.keep(as(Role.VIEWER), lead, called, Origin.NONE))
                .isInstanceOf(KeepConsents.Outcome.RoleRequired.class);
        assertThat(keep.keep(as(Role.MEMBER), new LeadId(UUID.randomUUID()), called, Origin.NONE))
                .isInstanceOf(KeepConsents.Outcome.NotFound.class);

        List<Consent> kept = keep.ofLead(as(Role.VIEWER), lead).orElseThrow();
        assertThat(kept).extracting(Consent::channel).containsExactly(Channel.VOICE, Channel.SMS);
        assertThat(kept.getFirst().evidence()).isEqualTo("Said so at the fair.");
        assertThat(kept.getFirst().recordedBy()).isEqualTo("user:" + ADMIN.text());
        assertThat(expressly(Channel.VOICE, lead, MONDAY)).containsExactly(lead);
        assertThat(expressly(Channel.VOICE, lead, MONDAY.plus(Duration.ofDays(93))))
                .isEmpty();
        assertThat(expressly(Channel.SMS, lead, MONDAY))
                .as("published is not said")
                .isEmpty();
        assertThat(read(() -> stores().consents().covered(a(), campaign().id(), Channel.SMS, List.of(lead), MONDAY)))
                .containsExactly(lead);
    }

    private Set<LeadId> expressly(Channel channel, LeadId lead, Instant at) {
        return read(() -> stores().consents().expressly(a(), channel, List.of(lead), at));
    }

    @Test // api 9.17: recordings with retention date; flagged ones are kept; both actions audited with their reason
    void staff_keeps_a_recording_beyond_its_time_and_lets_it_go_again() {
        CallBook.Call call = recorded("call-kept");
        CallBook.Call other = recorded("call-other");
        FlagRecordings flag = new FlagRecordings(book(), archive(), audit(), units(), clock::get, UUID::randomUUID);
        RecordingBook.Filter mine = new RecordingBook.Filter(List.of(a()), null, null);
        assertThat(flag.list(mine, null, 9))
                .extracting(row -> row.recording().callId())
                .containsExactlyInAnyOrder(call.id(), other.id());
        assertThat(flag.list(new RecordingBook.Filter(List.of(b()), null, null), null, 9))
                .isEmpty();

        assertThat(flag.flag(ADMIN, call.id(), "A complaint is open", Origin.NONE))
                .isInstanceOfSatisfying(FlagRecordings.Outcome.Kept.class, kept -> {
                    assertThat(kept.row().recording().holdReason()).isEqualTo("A complaint is open");
                    assertThat(kept.row().lead()).isEqualTo(call.leadId());
                });
        assertThat(flag.list(new RecordingBook.Filter(List.of(a()), true, false), null, 9))
                .extracting(row -> row.recording().callId())
                .containsExactly(call.id());
        clock.set(ENDED.plus(CallArchive.KEPT));
        assertThat(useCases.clean().clean(a())).isEqualTo(new CleanRecordings.Round(1, 0));
        assertThat(recording(call).deletedAt()).isNull();
        assertThat(flag.flag(ADMIN, other.id(), "too late for it", Origin.NONE))
                .isEqualTo(new FlagRecordings.Outcome.Gone());

        flag.unflag(ADMIN, call.id(), "The complaint is settled", Origin.NONE);
        assertThat(useCases.clean().clean(a())).isEqualTo(new CleanRecordings.Round(1, 0));
        assertThat(flag.flag(ADMIN, UUID.randomUUID(), "nothing there at all", Origin.NONE))
                .isEqualTo(new FlagRecordings.Outcome.NotFound());
        assertThat(units().onPlatform(() -> audit().newest(a(), 50)))
                .filteredOn(entry -> entry.resourceType().equals("recording_hold"))
                .extracting(entry -> entry.metadata().get("because"))
                .containsExactlyInAnyOrder("A complaint is open", "The complaint is settled");
        List<RecordingBook.Row> all = flag.list(mine, null, 9);
        RecordingBook.Row first = all.getFirst();
        assertThat(flag.list(
                        mine,
                        new RecordingBook.After(
                                first.recording().recordedAt(),
                                first.recording().callId()),
                        9))
                .containsExactly(all.getLast());
    }
}
