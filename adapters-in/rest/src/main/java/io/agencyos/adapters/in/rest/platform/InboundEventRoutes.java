package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.conversation.InboxDesk;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What vendors reported, over all clients, for staff of the platform; what stands in an event is not shown. Source: api 9.17. */
public final class InboundEventRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/inbound-events";
    private static final String ONE = ALL + "/{event}";
    private static final UUID NO_ID = new UUID(0, 0);

    private static final InboundEvent EXAMPLE = new InboundEvent(
            "Y2xpY2tzZW5kCjAxOTBlMmYyLTNjNGQtN2U1Zi04YTZiLTdjOGQ5ZTBmMWEyYgp0ZXh0LzE",
            "clicksend",
            UUID.fromString("0190e2f2-3c4d-7e5f-8a6b-7c8d9e0f1a2b"),
            "sms_received",
            State.UNMATCHED,
            1,
            Instant.parse("2026-03-02T00:10:00Z"),
            null,
            "no message of ours");

    private final InboxDesk desk;

    public InboundEventRoutes(InboxDesk desk) {
        this.desk = desk;
    }

    /**
     * An event that a vendor sent.
     *
     * @param id names it in the routes beneath
     * @param type the vendor's word for what happened
     * @param state what became of the event; {@code unmatched} waits for somebody to say whose it is, {@code dead} was given
     *     up
     * @param error why it is not done, or why it was discarded; null where it is done or waits
     */
    record InboundEvent(
            String id,
            String vendor,
            UUID clientId,
            String type,
            State state,
            int attempts,
            Instant receivedAt,
            @Nullable Instant nextAttemptAt,
            @Nullable String error) {

        static InboundEvent of(WebhookInbox.Entry entry) {
            return new InboundEvent(
                    idOf(entry.key()),
                    entry.key().feed().vendor(),
                    entry.key().feed().client().value(),
                    entry.type(),
                    entry.state(),
                    entry.attempts(),
                    entry.receivedAt(),
                    entry.nextAttempt(),
                    entry.error());
        }
    }

    /**
     * Why nobody needs it.
     *
     * @param reason why, for the audit log
     */
    record Discarding(@Text(min = 3, max = 500) String reason) {}

    /**
     * Whose event it is.
     *
     * @param leadId the lead whose event it is, of the client that received it
     */
    record Giving(UUID leadId) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "What vendors reported and what became of it")
                        .tag(TAG)
                        .platformAdmin()
                        .params(
                                Param.text("vendor", "The vendor, by its name in the hook's address."),
                                Param.words("state", State.class),
                                Param.id("client_id"))
                        .lists(InboundEvent.class, Sorting.of("-received_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ONE + "/replay", "Processes a dead or unmatched event again")
                        .tag(TAG)
                        .platformAdmin()
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(this::replay),
                Route.post(ONE + "/assign", "Says whose an unmatched reply is, and processes it again")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Giving.class, new Giving(EXAMPLE.clientId()))
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(this::assign),
                Route.post(ONE + "/discard", "Ends a dead or unmatched event for good")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Discarding.class, new Discarding("Advertising, concerns nobody."))
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(this::discard));
    }

    private Reply<Page<InboundEvent>> list(Call<None> call) {
        Paging paging = call.paging();
        Set<State> states = call.query().words("state", State.class);
        WebhookInbox.Search search = new WebhookInbox.Search(
                call.query().text("vendor").orElse(null),
                states.isEmpty() ? null : EnumSet.copyOf(states),
                call.query().ids("client_id", ClientId::new).stream()
                        .findFirst()
                        .orElse(null));
        List<WebhookInbox.Entry> rows = desk.list(
                search, paging.after().flatMap(InboundEventRoutes::after).orElse(null), paging.limit() + 1);
        return Reply.ok(Page.of(
                rows,
                paging,
                InboundEvent::of,
                entry -> new Paging.Position(List.of(entry.receivedAt().toString(), idOf(entry.key())), NO_ID)));
    }

    private static Optional<WebhookInbox.After> after(Paging.Position position) {
        return keyOf(position.keys().get(1))
                .map(key -> new WebhookInbox.After(Instant.parse(position.keys().getFirst()), key));
    }

    private Reply<None> replay(Call<None> call) {
        return done(
                keyOf(call.text("event")), key -> desk.replay(call.principal().userId(), key, call.origin()));
    }

    private Reply<None> assign(Call<Giving> call) {
        Optional<Key> key = keyOf(call.text("event"));
        if (key.isEmpty()) {
            return Reply.notFound();
        }
        return switch (desk.assign(
                call.principal().userId(), key.get(), new LeadId(call.body().leadId()), call.origin())) {
            case DONE -> Reply.noContent();
            case NO_SUCH_LEAD -> Reply.notFound();
            case NOT_UNMATCHED ->
                Reply.refused(ProblemCode.INVALID_TRANSITION, "Only an unmatched event is given to somebody.");
        };
    }

    private Reply<None> discard(Call<Discarding> call) {
        return done(
                keyOf(call.text("event")),
                key -> desk.discard(call.principal().userId(), key, call.body().reason(), call.origin()));
    }

    private static Reply<None> done(Optional<Key> key, Predicate<Key> step) {
        if (key.isEmpty()) {
            return Reply.notFound();
        }
        return step.test(key.get())
                ? Reply.noContent()
                : Reply.refused(
                        ProblemCode.INVALID_TRANSITION, "Only a dead or unmatched event is replayed or discarded.");
    }

    private static String idOf(Key key) {
        String plain = key.feed().vendor() + "\n" + key.feed().client().text() + "\n" + key.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Key> keyOf(String id) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8).split("\n", 3);
            return parts.length < 3
                    ? Optional.empty()
                    : EntityId.parse(parts[1], ClientId::new)
                            .toOptional()
                            .map(client -> new Key(new WebhookInbox.Feed(parts[0], client), parts[2]));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
