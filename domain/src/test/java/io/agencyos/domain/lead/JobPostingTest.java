package io.agencyos.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobPostingTest {

    @ParameterizedTest // apollo 6, 12 row 24: 90 days since it was posted, else 30 since it was seen
    @CsvSource({
        "2026-09-10T00:00:00Z, 2026-08-12T00:00:00Z, 2026-08-30T00:00:00Z, true",
        "2026-12-01T00:00:00Z, 2026-08-12T00:00:00Z, 2026-11-30T00:00:00Z, false",
        "2026-11-10T00:00:00Z, 2026-08-12T00:00:00Z, , true",
        "2026-11-10T00:00:01Z, 2026-08-12T00:00:00Z, , false",
        "2026-09-29T00:00:00Z, , 2026-08-30T00:00:00Z, true",
        "2026-09-29T00:00:01Z, , 2026-08-30T00:00:00Z, false",
        "2026-09-10T00:00:00Z, , , false"
    })
    void a_company_hires_while_its_jobs_are_fresh(
            Instant now, @Nullable Instant posted, @Nullable Instant seen, boolean hires) {
        JobPosting job = new JobPosting("jp1", "Paid Media Specialist", Optional.of("Melbourne"), posted, seen);
        assertThat(job.showsHiring(now)).isEqualTo(hires);
        assertThat(CompanyMoves.of(List.of(job), null, now, TODAY).hiring()).isEqualTo(hires);
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 10);

    @Test // scoring TIER-3: open roles; content 3.5: {hiring_role} is the newest one's
    void jobs_of_long_ago_are_no_open_roles() {
        Instant now = Instant.parse("2026-09-10T00:00:00Z");
        CompanyMoves moves = CompanyMoves.of(
                List.of(
                        posted("jp1", "Analyst", "2026-07-01T00:00:00Z"),
                        posted("jp2", "Media buyer", "2026-09-01T00:00:00Z"),
                        posted("jp3", "Founder's associate", "2026-01-01T00:00:00Z"),
                        new JobPosting("jp4", "Designer", Optional.empty(), null, now)),
                "Harbour Lane opens in Perth",
                now,
                TODAY);

        assertThat(moves).isEqualTo(new CompanyMoves(3, "Media buyer", "Harbour Lane opens in Perth", TODAY));
    }

    private static JobPosting posted(String ref, String title, String at) {
        return new JobPosting(ref, title, Optional.empty(), Instant.parse(at), null);
    }
}
