package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Paging.Position;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Query;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.lead.ListLeads;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueries.After;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Listed;
import io.agencyos.application.lead.store.LeadQueries.Shown;
import io.agencyos.application.lead.store.LeadQueries.Sort;
import io.agencyos.application.lead.store.LeadQueries.Window;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client's leads, to be looked at. Source: api 9.6. */
public final class LeadRoutes implements RouteGroup {

    private static final String TAG = "Leads";

    /** Sorts of the list without their minus sign. */
    private static final Map<String, Sort> SORTS = Map.of(
            "created_at",
            Sort.CREATED,
            "updated_at",
            Sort.UPDATED,
            "als_score",
            Sort.SCORE,
            "last_contacted_at",
            Sort.CONTACTED,
            "company",
            Sort.COMPANY);

    private final ListLeads leads;

    public LeadRoutes(ListLeads leads) {
        this.leads = leads;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/leads", "The client's leads")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.id("campaign_id"),
                                Param.words("tier", Tier.class),
                                Param.words("status", LeadStatus.class),
                                Param.text("external_id", "The client's own id, exactly."),
                                Param.text("email", "The address, whatever its case and plus tag."),
                                Param.pairs("metadata", "Entries of metadata, as metadata[key]=value."),
                                Param.search("Part of address, name or company."),
                                Param.instant("updated_from", "Changed at or after."),
                                Param.instant("updated_to", "Changed before."),
                                Param.text("linkedin_url", "The profile, however its address is written."),
                                Param.instant("last_contacted_from", "Something left to the lead last at or after."),
                                Param.instant("last_contacted_to", "Something left to the lead last before."),
                                Param.flag(
                                        "suppressed",
                                        "Whether a list of whom not to contact names the lead. A page may be shorter"
                                                + " than its limit then; go on while has_more is true."))
                        .lists(
                                LeadView.class,
                                Sorting.of(
                                        "-created_at",
                                        "created_at",
                                        "-updated_at",
                                        "updated_at",
                                        "-als_score",
                                        "als_score",
                                        "-last_contacted_at",
                                        "last_contacted_at",
                                        "company",
                                        "-company"),
                                LeadView.EXAMPLE)
                        .handledBy(this::list),
                Route.get(Route.C + "/leads/{id}", "One lead")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(LeadView.class, LeadView.EXAMPLE)
                        .problems(ProblemCode.DELETED)
                        .handledBy(this::show));
    }

    private Reply<Page<LeadView>> list(Call<None> call) {
        Query query = call.query();
        Optional<String> email = query.text("email");
        Optional<Result<EmailAddress, InputProblem>> address = email.map(EmailAddress::parse);
        Optional<Result<LinkedInUrl, InputProblem>> profile =
                query.text("linkedin_url").map(LinkedInUrl::parse);
        List<FieldError> errors = Stream.concat(fault("email", address), fault("linkedin_url", profile))
                .toList();
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        Filter filter = new Filter(
                new HashSet<>(query.ids("campaign_id", CampaignId::new)),
                query.words("tier", Tier.class),
                query.words("status", LeadStatus.class),
                orNull(query.text("external_id")),
                orNull(address.flatMap(Result::toOptional)
                        .map(found -> found.key().value())),
                orNull(query.text("q").map(String::strip)),
                query.instant("updated_from").orElse(null),
                query.instant("updated_to").orElse(null),
                query.pairs("metadata"),
                orNull(profile.flatMap(Result::toOptional).map(LinkedInUrl::key)),
                query.instant("last_contacted_from").orElse(null),
                query.instant("last_contacted_to").orElse(null));
        Paging paging = call.paging();
        boolean descending = paging.sort().startsWith("-");
        Sort sort = SORTS.get(paging.sort().substring(descending ? 1 : 0));
        if (sort == null) {
            throw new IllegalStateException("the list declares a sort that it does not know: " + paging.sort());
        }
        Optional<After> after =
                paging.after().map(position -> new After(position.keys().getFirst(), new LeadId(position.id())));
        Boolean suppressed = Params.flag(query, "suppressed");
        if (suppressed != null) {
            ListLeads.Part part =
                    leads.listed(call.scope(), filter, new Window(sort, descending, after, paging.limit()), suppressed);
            return Reply.ok(new Page<>(
                    part.rows().stream().map(LeadView::of).toList(),
                    part.next()
                            .map(next ->
                                    new Position(List.of(next.key()), next.id().value()))));
        }
        List<Listed> rows = leads.list(call.scope(), filter, new Window(sort, descending, after, paging.limit() + 1));
        return Reply.ok(Page.of(rows, paging, LeadView::of, listed -> position(sort, listed)));
    }

    private static <T> Stream<FieldError> fault(String param, Optional<Result<T, InputProblem>> read) {
        return read.stream()
                .flatMap(result -> result instanceof Result.Err<T, InputProblem>(InputProblem wrong)
                        ? Stream.of(FieldError.query(param, wrong.code(), wrong.reason()))
                        : Stream.empty());
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    private static Position position(Sort sort, Listed listed) {
        return new Position(
                List.of(LeadQueries.key(sort, listed.lead())),
                listed.lead().id().value());
    }

    private Reply<LeadView> show(Call<None> call) {
        Optional<Shown> found = leads.detail(call.scope(), call.id("id", LeadId::new));
        if (found.isEmpty()) {
            return Reply.notFound();
        }
        Lead lead = found.get().listed().lead();
        return lead.deletedAt() != null
                ? Reply.refused(ProblemCode.DELETED, "This lead was deleted.")
                : Reply.ok(LeadView.of(found.get())).version(lead.version());
    }
}
