package io.agencyos.application.lead;

import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Listed;
import io.agencyos.application.platform.export.Cell;
import io.agencyos.application.platform.export.ExportOrder;
import io.agencyos.application.platform.export.Exporting;
import io.agencyos.application.platform.export.Sheet;
import io.agencyos.application.platform.export.SheetFormat;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The flow {@code lead_export}: a client's leads as a table whose heads are those that an import reads, the oldest lead first;
 * leads that came after the order are not in it. Source: api 9.6.
 */
public final class LeadExport {

    public static final String FLOW = "lead_export";

    /** Leads of a part. */
    static final int PART = 1000;

    private static final List<String> COLUMNS = List.of(
            "id",
            "external_id",
            "first_name",
            "last_name",
            "title",
            "email",
            "email_status",
            "phone",
            "linkedin_url",
            "company",
            "domain",
            "industry",
            "employee_count",
            "country",
            "website",
            "timezone",
            "campaign",
            "status",
            "als_score",
            "als_tier",
            "source",
            "blocked",
            "touches",
            "last_contacted_at",
            "last_replied_at",
            "created_at",
            "updated_at",
            "metadata");

    private final ChosenLeads leads;
    private final UnitOfWork units;

    private LeadExport(ChosenLeads leads, UnitOfWork units) {
        this.leads = leads;
        this.units = units;
    }

    public static Flow<?> flow(ChosenLeads leads, UnitOfWork units, Exporting exporting) {
        LeadExport export = new LeadExport(leads, units);
        return exporting.flow(FLOW, Role.ADMIN, export::order);
    }

    private Result<ExportOrder, String> order(Map<String, String> params) {
        if (!params.keySet().stream().allMatch(LeadChoice::names)) {
            return Result.err(
                    "leads are chosen by campaign, tier, status, id of yours, address, words and time of change");
        }
        return LeadChoice.read(params)
                .map(filter -> new ExportOrder(
                        new Sheet("leads", COLUMNS, (scope, place, ordered) -> part(scope, filter, place, ordered)),
                        SheetFormat.CSV));
    }

    private Sheet.Part part(TenantScope scope, Filter filter, @Nullable String place, Instant ordered) {
        ChosenLeads.Page page =
                units.inTenant(scope, () -> leads.after(scope.clientId(), filter, place, ordered, PART));
        return new Sheet.Part(page.leads().stream().map(LeadExport::row).toList(), page.next());
    }

    private static List<Cell> row(Listed listed) {
        Lead lead = listed.lead();
        PersonDetails person = lead.person();
        ContactPoints contact = lead.contact();
        CompanyDetails company = lead.company();
        return List.of(
                Cell.of(lead.id().text()),
                Cell.of(lead.externalId()),
                Cell.of(person.firstName()),
                Cell.of(person.lastName()),
                Cell.of(person.title()),
                cell(contact.email(), email -> email.value()),
                Cell.of(contact.emailStatus()),
                cell(contact.phone(), phone -> phone.e164()),
                cell(contact.linkedIn(), profile -> profile.url()),
                Cell.of(company.name()),
                cell(company.domain(), domain -> domain.value()),
                Cell.of(company.industry()),
                Cell.of(company.employeeCount()),
                cell(company.country(), country -> country.alpha2()),
                Cell.of(company.websiteUrl()),
                cell(lead.timezone(), zone -> zone.getId()),
                Cell.of(listed.campaignName()),
                Cell.of(lead.status()),
                score(lead.score()),
                cell(lead.score(), score -> score.tier().wire()),
                Cell.of(lead.source()),
                cell(lead.block(), Lead.Block::code),
                Cell.of(lead.history().touches()),
                Cell.of(lead.history().lastTouchAt()),
                Cell.of(lead.history().lastReplyAt()),
                Cell.of(lead.createdAt()),
                Cell.of(lead.updatedAt()),
                Cell.of(pairs(listed.metadata())));
    }

    private static Cell score(@Nullable ScoreSummary score) {
        return score == null ? new Cell.Empty() : Cell.of(score.score());
    }

    private static <T> Cell cell(@Nullable T value, Function<T, String> text) {
        return value == null ? new Cell.Empty() : Cell.of(text.apply(value));
    }

    private static String pairs(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("; "));
    }
}
