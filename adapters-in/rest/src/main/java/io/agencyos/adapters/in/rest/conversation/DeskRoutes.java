package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.conversion.SearchBook;
import io.agencyos.application.lead.NoteOnLead;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person at a desk types: a search, a note. Source: api 9.2, 9.6. */
public final class DeskRoutes implements RouteGroup {

    private static final int SHORTEST = 2;

    private final SearchBook search;
    private final NoteOnLead notes;
    private final UnitOfWork units;

    public DeskRoutes(SearchBook search, NoteOnLead notes, UnitOfWork units) {
        this.search = search;
        this.notes = notes;
        this.units = units;
    }

    /**
     * Something that was found.
     *
     * @param type what was found
     * @param title what was found, by its name or subject
     * @param subtitle what tells it from others of the name; null where nothing does
     */
    public record HitView(
            SearchBook.Type type,
            UUID id,
            String title,
            @Nullable String subtitle) {}

    /**
     * At most five of each type, best first.
     *
     * @param items what was found, best first, at most five of a type
     */
    public record FoundView(List<HitView> items) {
        static final FoundView EXAMPLE = new FoundView(List.of(new HitView(
                SearchBook.Type.LEAD,
                UUID.fromString("019baaaa-0000-7000-8000-000000000011"),
                "Priya Raman",
                "Harbour Lane Digital")));
    }

    /**
     * A note for whoever reads the timeline.
     *
     * @param text what is noted
     */
    public record NewNote(@Text(max = NoteOnLead.LONGEST) String text) {
        static final NewNote EXAMPLE = new NewNote("Prefers calls after four.");
    }

    /**
     * A note as it stands in the timeline.
     *
     * @param text what is noted
     * @param at when it was written
     */
    public record NoteView(UUID id, UUID leadId, String text, Instant at) {
        static final NoteView EXAMPLE = new NoteView(
                UUID.fromString("019baaaa-0000-7000-8000-0000000000a1"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000011"),
                "Prefers calls after four.",
                Instant.parse("2026-03-02T01:00:00Z"));
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/search", "Leads, campaigns, replies and meetings by what one types")
                        .tag("Search")
                        .role(Role.VIEWER)
                        .params(Param.text("q", "At least two characters."))
                        .answers(FoundView.class, FoundView.EXAMPLE)
                        .handledBy(this::find),
                Route.post(Route.C + "/leads/{id}/notes", "Something to remember of a lead")
                        .tag("Leads")
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .idempotent()
                        .body(NewNote.class, NewNote.EXAMPLE)
                        .answers(201, NoteView.class, NoteView.EXAMPLE)
                        .handledBy(this::note));
    }

    private Reply<FoundView> find(Call<None> call) {
        String text = call.query()
                .text("q")
                .map(SearchText::folded)
                .map(String::strip)
                .orElse("");
        if (text.length() < SHORTEST) {
            return Reply.invalid(List.of(FieldError.query("q", "too_short", "At least two characters.")));
        }
        List<SearchBook.Hit> hits =
                units.inTenant(call.scope(), () -> search.find(call.scope().clientId(), text));
        return Reply.ok(new FoundView(hits.stream()
                .map(hit -> new HitView(hit.type(), hit.id(), hit.title(), hit.subtitle()))
                .toList()));
    }

    private Reply<NoteView> note(Call<NewNote> call) {
        return switch (notes.note(
                call.scope(), call.id("id", LeadId::new), call.body().text())) {
            case NoteOnLead.Outcome.Noted(Activity line) ->
                Reply.created(
                        call.path().replaceAll("/notes$", "/activities"),
                        new NoteView(
                                line.id().value(),
                                line.leadId().value(),
                                call.body().text(),
                                line.occurredAt()));
            case NoteOnLead.Outcome.NotFound missing -> Reply.notFound();
            case NoteOnLead.Outcome.Forbidden refused ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }
}
