package io.agencyos.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        assertThat(JobPosting.showHiring(List.of(job), now)).isEqualTo(hires);
    }
}
