package io.agencyos.adapters.out.dncr;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.memory.kernel.SeededRandom;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.application.outreach.DoNotCallRegister;
import io.agencyos.application.outreach.DoNotCallRegisterContract;
import io.agencyos.application.outreach.WashFiles;
import io.agencyos.application.outreach.WashFiles.Refusal;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PhoneNumber;
import io.agencyos.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit, and what only files have: vendors/dncr 1, 3, 5. */
class RegisterFilesTest extends DoNotCallRegisterContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    private static final PhoneNumber PRIYA = new PhoneNumber("+61491570006");
    private static final PhoneNumber NOOR = new PhoneNumber("+61491570156");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T00:30:00Z"));
    private final RegisterFiles files = new RegisterFiles(new MemoryVendorObjects(), clock, new SeededRandom(7));

    @Override
    protected World world() {
        return new World() {

            @Override
            public DoNotCallRegister register() {
                return files;
            }

            @Override
            public ClientId client() {
                return CLIENT;
            }

            @Override
            public void washes(Map<PhoneNumber, String> answers) {
                clock.advance(Duration.ofDays(21));
                WashFiles.Outgoing file = files.export(CLIENT, 1_000);
                List<String> lines = answers.entrySet().stream()
                        .map(answer -> answer.getKey().e164().replace("+61", "0") + "," + answer.getValue())
                        .toList();
                assertThat(files.take(CLIENT, file.washId(), lines, clock.now()).isOk())
                        .isTrue();
            }
        };
    }

    private WashFiles.Outgoing export(PhoneNumber... numbers) {
        files.wash(CLIENT, Set.of(numbers));
        return files.export(CLIENT, 1_000);
    }

    @Test
    void a_file_holds_what_was_asked_for_once_in_the_registers_spelling() {
        assertThat(export(PRIYA, NOOR).lines()).containsExactly("0491570006", "0491570156");
        assertThat(files.export(CLIENT, 1_000).lines()).as("out already").isEmpty();
    }

    @ParameterizedTest // vendors/dncr 3
    @CsvSource({
        "+61412345678, 0412345678",
        "+61293744000, 0293744000",
        "+611300123456, 1300123456",
        "+611800160401, 1800160401",
        "+64211234567, ''"
    })
    void numbers_are_written_nationally_and_foreign_ones_are_not_submitted(String e164, String submitted) {
        assertThat(RegisterNumber.of(new PhoneNumber(e164)).orElse("")).isEqualTo(submitted);
    }

    @Test // vendors/dncr 1: the Sydney date of the wash
    void a_wash_counts_from_its_day_in_sydney() {
        WashFiles.Outgoing file = export(PRIYA, NOOR);
        assertThat(files.take(CLIENT, file.washId(), List.of("Number,Result", "\"0491570156\";n"), clock.now()))
                .isEqualTo(Result.ok(new WashFiles.Taken(1, 0, 1, 0)));
        assertThat(files.wash(CLIENT, Set.of(NOOR)).get(NOOR))
                .isEqualTo(new DoNotCallStanding.Clean(LocalDate.parse("2026-03-01"), file.washId()));
    }

    @Test // vendors/dncr 5: rejected if older than 24 h
    void an_old_an_unknown_and_a_second_result_are_refused() {
        WashFiles.Outgoing file = export(NOOR);
        List<String> lines = List.of("0491570156,N");
        Instant now = clock.now();
        assertThat(files.take(CLIENT, file.washId(), lines, now.minus(Duration.ofHours(25))))
                .isEqualTo(Result.err(Refusal.TOO_OLD));
        assertThat(files.take(CLIENT, file.washId(), lines, now.plusSeconds(60)))
                .isEqualTo(Result.err(Refusal.TOO_OLD));
        assertThat(files.take(CLIENT, "made-up", lines, now)).isEqualTo(Result.err(Refusal.UNKNOWN_WASH));
        assertThat(files.wash(CLIENT, Set.of(NOOR)).get(NOOR)).isInstanceOf(DoNotCallStanding.Unknown.class);
        assertThat(files.take(CLIENT, file.washId(), lines, now).isOk()).isTrue();
        assertThat(files.take(CLIENT, file.washId(), lines, now)).isEqualTo(Result.err(Refusal.TAKEN_BEFORE));
    }

    @Test
    void a_line_about_a_number_that_was_not_in_the_wash_counts_for_nothing() {
        WashFiles.Outgoing file = export(NOOR);
        assertThat(files.take(CLIENT, file.washId(), List.of("0491570006,N", "0491570156,N"), clock.now()))
                .isEqualTo(Result.ok(new WashFiles.Taken(1, 0, 0, 1)));
        assertThat(files.wash(CLIENT, Set.of(PRIYA)).get(PRIYA)).isInstanceOf(DoNotCallStanding.Unknown.class);
    }

    @Test // vendors/dncr 1: flagged invalid, not resubmitted for 90 days
    void an_invalid_number_is_left_out_for_ninety_days() {
        WashFiles.Outgoing file = export(NOOR);
        files.take(CLIENT, file.washId(), List.of("0491570156,I"), clock.now());
        clock.advance(Duration.ofDays(89));
        assertThat(files.export(CLIENT, 1_000).lines()).isEmpty();
        clock.advance(Duration.ofDays(2));
        assertThat(files.export(CLIENT, 1_000).lines()).containsExactly("0491570156");
    }

    @Test // outreach 6.5: washed again from 21 days on, relied on for 27
    void a_number_is_washed_again_before_its_wash_is_too_old() {
        WashFiles.Outgoing file = export(NOOR);
        files.take(CLIENT, file.washId(), List.of("0491570156,N"), clock.now());
        clock.advance(Duration.ofDays(20));
        assertThat(files.export(CLIENT, 1_000).lines()).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(files.export(CLIENT, 1_000).lines()).containsExactly("0491570156");
    }

    @Test
    void what_was_not_answered_goes_into_the_next_file() {
        WashFiles.Outgoing file = export(NOOR);
        files.take(CLIENT, file.washId(), List.of(), clock.now());
        assertThat(files.export(CLIENT, 1_000).lines()).containsExactly("0491570156");
    }
}
