package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.application.conversation.notice.KeepNotices;
import io.agencyos.application.conversation.notice.Notices;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.notice.Notice;
import io.agencyos.domain.conversation.notice.NoticePreferences;
import io.agencyos.domain.conversation.notice.NoticePreferences.Choice;
import io.agencyos.domain.conversation.notice.NoticePreferences.QuietHours;
import io.agencyos.domain.conversation.notice.NoticeSeverity;
import io.agencyos.domain.conversation.notice.NoticeTopic;
import io.agencyos.domain.scoring.tier.Tier;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people are told, and what they want to be told. Source: api 9.16. */
public final class NoticeRoutes implements RouteGroup {

    private static final String TAG = "Notifications";
    private static final String ALL = Route.C + "/notifications";
    private static final String WISHES = "/api/v1/me/notification-preferences";
    private static final View EXAMPLE = new View(
            UUID.fromString("019baaaa-0000-7000-8000-000000000040"),
            NoticeTopic.REPLY_ALERTS,
            NoticeSeverity.INFO,
            "A lead answered",
            "A lead answered.",
            "/api/v1/clients/019baaaa-0000-7000-8000-000000000001/replies/019baaaa-0000-7000-8000-000000000041",
            null,
            Instant.parse("2026-03-02T00:00:00Z"));

    private final KeepNotices use;

    public NoticeRoutes(KeepNotices use) {
        this.use = use;
    }

    /**
     * Something that a person was told.
     *
     * @param kind the topic by which people choose what they are told
     * @param severity how urgent it is
     * @param title what happened, in a line
     * @param link address of what it is about; null where it has none
     */
    record View(
            UUID id,
            NoticeTopic kind,
            NoticeSeverity severity,
            String title,
            String body,
            @Nullable String link,
            @Nullable Instant readAt,
            Instant createdAt) {

        static View of(Notice notice) {
            return new View(
                    notice.id(),
                    notice.topic(),
                    notice.severity(),
                    notice.title(),
                    notice.body(),
                    notice.link(),
                    notice.readAt(),
                    notice.createdAt());
        }
    }

    /**
     * How a person wants to be told of a topic. Wishes for push and text messages are kept, and nothing is sent by them
     * yet.
     *
     * @param event the topic of what is told
     * @param email whether it is told by e-mail
     * @param sms kept, and not heeded yet: no text is sent to members
     * @param tiers the tiers of leads that it is told of, for topics that are about leads
     */
    record Wish(NoticeTopic event, boolean email, boolean inApp, boolean push, boolean sms, List<Tier> tiers) {

        static Wish of(NoticeTopic topic, Choice choice) {
            return new Wish(
                    topic,
                    choice.email(),
                    choice.inApp(),
                    choice.push(),
                    choice.sms(),
                    choice.tiers().stream().sorted().toList());
        }

        Choice choice() {
            return new Choice(email, inApp, push, sms, Set.copyOf(tiers));
        }
    }

    /** Times of day in the person's own zone. */
    record Quiet(LocalTime start, LocalTime end) {}

    /**
     * The whole matrix; topics that are left out are as at first.
     *
     * @param events what the person wants to be told, by topic
     */
    record Wishes(List<Wish> events, @Nullable Quiet quietHours) {

        static final Wishes EXAMPLE =
                of(new NoticePreferences(Map.of(), new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 30))));

        static Wishes of(NoticePreferences preferences) {
            QuietHours quiet = preferences.quiet();
            return new Wishes(
                    preferences.choices().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> Wish.of(entry.getKey(), entry.getValue()))
                            .toList(),
                    quiet == null ? null : new Quiet(quiet.start(), quiet.end()));
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "What you were told, newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .noKey()
                        .params(
                                Param.flag("unread", "Only those that were not read."),
                                Param.words("severity", NoticeSeverity.class))
                        .lists(View.class, Sorting.of("-created_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL + "/{id}/read", "Mark one as read")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .handledBy(call ->
                                use.read(call.scope(), call.id("id", id -> id)) ? Reply.noContent() : Reply.notFound()),
                Route.post(ALL + "/read-all", "Mark all of yours as read")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .handledBy(call -> {
                            use.readAll(call.scope());
                            return Reply.noContent();
                        }),
                Route.get(WISHES, "What you want to be told, and how")
                        .tag(TAG)
                        .signedIn()
                        .answers(Wishes.class, Wishes.EXAMPLE)
                        .handledBy(call -> Reply.ok(
                                Wishes.of(use.preferences(call.principal().userId())))),
                Route.put(WISHES, "Say what you want to be told, and how")
                        .tag(TAG)
                        .signedIn()
                        .body(Wishes.class, Wishes.EXAMPLE)
                        .answers(Wishes.class, Wishes.EXAMPLE)
                        .handledBy(this::wish));
    }

    private Reply<Page<View>> list(Call<None> call) {
        Paging paging = call.paging();
        Notices.Filter filter =
                new Notices.Filter(call.query().flag("unread"), call.query().words("severity", NoticeSeverity.class));
        Notices.After after = paging.after()
                .map(position -> new Notices.After(Instant.parse(position.keys().getFirst()), position.id()))
                .orElse(null);
        return Reply.ok(Page.of(
                use.list(call.scope(), filter, after, paging.limit() + 1),
                paging,
                View::of,
                notice -> new Paging.Position(List.of(notice.createdAt().toString()), notice.id())));
    }

    private Reply<Wishes> wish(Call<Wishes> call) {
        Map<NoticeTopic, Choice> choices = new EnumMap<>(NoticeTopic.class);
        FieldErrors errors = new FieldErrors();
        List<Wish> wanted = call.body().events();
        for (int i = 0; i < wanted.size(); i++) {
            if (choices.put(wanted.get(i).event(), wanted.get(i).choice()) != null) {
                errors.add("/events/" + i, "duplicate", "This event was named before.");
            }
        }
        Quiet quiet = call.body().quietHours();
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        NoticePreferences preferences =
                new NoticePreferences(choices, quiet == null ? null : new QuietHours(quiet.start(), quiet.end()));
        use.change(call.principal().userId(), preferences).forEach(refused -> {
            int at = indexOf(wanted, refused.topic());
            switch (refused.fault()) {
                case SMS_NOT_CRITICAL ->
                    errors.add("/events/" + at + "/sms", "not_critical", "Text messages are for system_alerts only.");
                case NO_TIERS ->
                    errors.add("/events/" + at + "/tiers", "no_tiers", "This event is about no lead's tier.");
            }
        });
        return errors.isEmpty() ? Reply.ok(Wishes.of(preferences)) : Reply.invalid(errors);
    }

    private static int indexOf(List<Wish> wishes, NoticeTopic topic) {
        return wishes.stream().map(Wish::event).toList().indexOf(topic);
    }
}
