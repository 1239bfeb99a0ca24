package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.lead.SignalBodies.NewSignals;
import io.agencyos.adapters.in.rest.lead.SignalBodies.PatchSignals;
import io.agencyos.domain.lead.intake.LeadDraft;
import io.agencyos.domain.lead.intake.SignalDraft;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people write of a lead. Source: api 8. */
final class LeadBodies {

    private LeadBodies() {}

    /** What is written of the employer. */
    record NewOrganization(
            @Nullable String industry,
            @Nullable @Range(min = 0, max = 10_000_000) Integer employeeCount,
            @Nullable String country,
            @Nullable String subIndustry,
            @Nullable @Items(max = 100) List<String> technologies,
            @Nullable Boolean isHiring,
            @Nullable LocalDate latestFundingDate) {

        SignalDraft signals() {
            return new SignalDraft(
                    null,
                    null,
                    null,
                    subIndustry,
                    technologies == null ? List.of() : technologies,
                    isHiring,
                    latestFundingDate,
                    null,
                    null);
        }
    }

    /** A lead to be made. */
    record NewLead(
            @Nullable @Text(max = 200) String externalId,
            @Nullable Map<String, String> metadata,
            @Nullable UUID campaignId,
            @Nullable @Text(max = 320) String email,
            @Nullable String phone,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String title,
            @Nullable String company,
            @Nullable @Text(max = 2000) String linkedinUrl,
            @Nullable String domain,
            @Nullable NewOrganization organization,
            @Nullable NewSignals signals) {

        static final NewLead EXAMPLE = new NewLead(
                "crm-17",
                Map.of("source_list", "expo_2026"),
                null,
                "priya@harbourlane.example",
                "0491 570 006",
                "Priya",
                "Raman",
                "Head of Growth",
                "Harbour Lane",
                "https://www.linkedin.com/in/priya-raman-example",
                null,
                new NewOrganization("Software", 40, "AU", null, List.of("hubspot"), true, null),
                NewSignals.EXAMPLE);

        LeadDraft draft() {
            return new LeadDraft(
                    externalId,
                    email,
                    phone,
                    linkedinUrl,
                    firstName,
                    lastName,
                    title,
                    company,
                    domain,
                    organization == null ? null : organization.industry(),
                    organization == null ? null : organization.employeeCount(),
                    organization == null ? null : organization.country(),
                    signals == null ? ofEmployer() : signals.onto(ofEmployer(), phone),
                    metadata == null ? Map.of() : metadata);
        }

        private SignalDraft ofEmployer() {
            return organization == null ? SignalDraft.NONE : organization.signals();
        }
    }

    /** A merge patch of what is written of the employer. */
    record PatchOrganization(
            Change<@Nullable String> industry,
            @Range(min = 0, max = 10_000_000) Change<@Nullable Integer> employeeCount,
            Change<@Nullable String> country,
            Change<@Nullable String> subIndustry,
            @Items(max = 100) Change<@Nullable List<String>> technologies,
            Change<@Nullable Boolean> isHiring,
            Change<@Nullable LocalDate> latestFundingDate) {

        SignalDraft onto(SignalDraft before) {
            List<String> named = technologies.value();
            return new SignalDraft(
                    before.personalEmail(),
                    before.verifiedPhone(),
                    before.roleStart(),
                    subIndustry.orElse(before.subIndustry()),
                    !technologies.mentioned() ? before.technologies() : named == null ? List.of() : named,
                    isHiring.orElse(before.hiring()),
                    latestFundingDate.orElse(before.fundedOn()),
                    before.search(),
                    before.linkedIn());
        }
    }

    /** A merge patch of a lead; a metadata entry that is null is taken away. */
    record PatchLead(
            @Text(max = 200) Change<@Nullable String> externalId,
            Change<Map<String, @Nullable String>> metadata,
            @Text(max = 320) Change<@Nullable String> email,
            Change<@Nullable String> phone,
            Change<@Nullable String> firstName,
            Change<@Nullable String> lastName,
            Change<@Nullable String> title,
            Change<@Nullable String> company,
            @Text(max = 2000) Change<@Nullable String> linkedinUrl,
            Change<@Nullable String> domain,
            Change<PatchOrganization> organization,
            Change<PatchSignals> signals) {

        static final PatchLead EXAMPLE = new PatchLead(
                Change.absent(),
                Change.absent(),
                Change.to("priya.raman@harbourlane.example"),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.to("Chief Growth Officer"),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());

        LeadDraft onto(LeadDraft before) {
            PatchOrganization employer = organization.value();
            SignalDraft ofEmployer = employer == null ? before.signals() : employer.onto(before.signals());
            PatchSignals said = signals.value();
            // the domain that came with the old address does not stay with a new one
            boolean moved = email.mentioned() && !domain.mentioned();
            return new LeadDraft(
                    externalId.orElse(before.externalId()),
                    email.orElse(before.email()),
                    phone.orElse(before.phone()),
                    linkedinUrl.orElse(before.linkedInUrl()),
                    firstName.orElse(before.firstName()),
                    lastName.orElse(before.lastName()),
                    title.orElse(before.title()),
                    company.orElse(before.company()),
                    moved && isDomainOf(before.email(), before.domain()) ? null : domain.orElse(before.domain()),
                    employer == null ? before.industry() : employer.industry().orElse(before.industry()),
                    employer == null
                            ? before.employeeCount()
                            : employer.employeeCount().orElse(before.employeeCount()),
                    employer == null ? before.country() : employer.country().orElse(before.country()),
                    said == null ? ofEmployer : said.onto(ofEmployer, phone.orElse(before.phone())),
                    merged(before.metadata()));
        }

        private static boolean isDomainOf(@Nullable String email, @Nullable String domain) {
            String address = email == null ? "" : email.toLowerCase(Locale.ROOT);
            return domain != null && (address.endsWith("@" + domain) || address.endsWith("." + domain));
        }

        private Map<String, String> merged(Map<String, String> before) {
            Map<String, String> pairs = new LinkedHashMap<>(before);
            metadata.map(said -> said)
                    .ifPresent(said -> said.forEach((key, value) -> {
                        if (value == null) {
                            pairs.remove(key);
                        } else {
                            pairs.put(key, value);
                        }
                    }));
            return pairs;
        }
    }
}
