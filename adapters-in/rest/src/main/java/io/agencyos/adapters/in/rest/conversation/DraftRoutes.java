package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.application.conversation.KeepDrafts;
import io.agencyos.application.conversation.store.ComposeDrafts.Draft;
import io.agencyos.application.conversation.store.ComposeDrafts.Editing;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PersonaId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's own unsent text to a lead. Source: api 9.6 {@code compose-draft}. */
public final class DraftRoutes implements RouteGroup {

    private static final String TAG = "Leads";
    private static final String PATH = Route.C + "/leads/{id}/compose-draft";

    private final KeepDrafts drafts;
    private final People people;

    public DraftRoutes(KeepDrafts drafts, People people) {
        this.drafts = drafts;
        this.people = people;
    }

    /**
     * What was written so far; at most 50,000 characters.
     *
     * @param subject the subject; null on channels without one
     */
    public record DraftText(
            @Nullable UUID personaId,
            @Nullable String subject,
            @Text(max = 50_000) String body) {

        static final DraftText EXAMPLE = new DraftText(null, "One more thing", "Hi Priya, I forgot");
    }

    /**
     * Somebody else who is writing to the same lead.
     *
     * @param user who writes; null for somebody who is no member any more
     * @param since since when the colleague has been writing
     */
    public record EditingView(People.@Nullable UserCard user, Instant since) {}

    /**
     * The caller's text, with nulls where nothing was begun, and who else is writing.
     *
     * @param channel the channel that it is written for; each has its own length and form
     * @param subject the subject; null on channels without one
     * @param editing colleagues who write to the same lead just now
     */
    public record DraftView(
            Channel channel,
            @Nullable UUID personaId,
            @Nullable String subject,
            @Nullable String body,
            @Nullable Instant updatedAt,
            List<EditingView> editing) {

        static final DraftView EXAMPLE = new DraftView(
                Channel.EMAIL,
                null,
                "One more thing",
                "Hi Priya, I forgot",
                Instant.parse("2026-03-02T01:00:00Z"),
                List.of(new EditingView(People.UserCard.EXAMPLE, Instant.parse("2026-03-02T00:59:00Z"))));
    }

    @Override
    public List<Route<?, ?>> routes() {
        Param channel = Param.words("channel", Channel.class);
        return List.of(
                Route.get(PATH, "Your unsent text to a lead on a channel, e-mail unless another is named")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .noKey()
                        .params(channel)
                        .answers(DraftView.class, DraftView.EXAMPLE)
                        .handledBy(call ->
                                view(call, drafts.show(call.scope(), call.id("id", LeadId::new), channel(call)))),
                Route.put(PATH, "Keep what you wrote so far")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .noKey()
                        .params(channel)
                        .body(DraftText.class, DraftText.EXAMPLE)
                        .answers(DraftView.class, DraftView.EXAMPLE)
                        .handledBy(this::put),
                Route.delete(PATH, "Discard it")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .noKey()
                        .params(channel)
                        .handledBy(this::discard));
    }

    private static Channel channel(Call<?> call) {
        Set<Channel> named = Params.words(call.query(), "channel", Channel.class);
        return named == null ? Channel.EMAIL : named.iterator().next();
    }

    private Reply<DraftView> put(Call<DraftText> call) {
        DraftText text = call.body();
        PersonaId persona = text.personaId() == null ? null : new PersonaId(text.personaId());
        return view(
                call,
                drafts.put(
                        call.scope(), call.id("id", LeadId::new), channel(call), persona, text.subject(), text.body()));
    }

    private Reply<None> discard(Call<None> call) {
        return switch (drafts.discard(call.scope(), call.id("id", LeadId::new), channel(call))) {
            case KeepDrafts.Outcome.Kept gone -> Reply.noContent();
            case KeepDrafts.Outcome.NotFound missing -> Reply.notFound();
            case KeepDrafts.Outcome.Forbidden refused -> Reply.refused(refusal(call));
        };
    }

    private static Problem refusal(Call<?> call) {
        return Problem.roleRequired(Role.MEMBER.wire(), call.scope().role().wire());
    }

    private Reply<DraftView> view(Call<?> call, KeepDrafts.Outcome outcome) {
        return switch (outcome) {
            case KeepDrafts.Outcome.Kept kept -> Reply.ok(view(call, kept));
            case KeepDrafts.Outcome.NotFound missing -> Reply.notFound();
            case KeepDrafts.Outcome.Forbidden refused -> Reply.refused(refusal(call));
        };
    }

    private DraftView view(Call<?> call, KeepDrafts.Outcome.Kept kept) {
        People.Names names = people.named(
                call.scope().clientId(),
                kept.editing().stream().map(Editing::user).toList());
        Draft own = kept.own().orElse(null);
        return new DraftView(
                channel(call),
                own == null || own.persona() == null ? null : own.persona().value(),
                own == null ? null : own.subject(),
                own == null ? null : own.body(),
                own == null ? null : own.updatedAt(),
                kept.editing().stream()
                        .map(one -> new EditingView(names.card(one.user()), one.since()))
                        .toList());
    }
}
