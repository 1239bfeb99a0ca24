package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.adapters.in.rest.card.LeadCard;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.conversation.store.SentMessages;
import io.agencyos.application.conversation.store.SentMessages.SentMessage;
import io.agencyos.application.conversion.ReadArchive;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.Links;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.ImpliedDelivery;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every message that was sent, word for word. Source: api 9.9 {@code content-archive}. */
public final class ArchiveRoutes implements RouteGroup {

    private static final String TAG = "Reports";
    private static final String ALL = Route.C + "/content-archive";

    private final ReadArchive archive;

    public ArchiveRoutes(ReadArchive archive) {
        this.archive = archive;
    }

    /**
     * A message as it was sent.
     *
     * @param channel the channel by which the message left
     * @param origin how the message came to be: by the sequence, as another try, as a person's own message or answer
     * @param sequenceStep the step of the sequence, from 1; 0 outside of one
     * @param at when it was sent
     * @param subject the subject; null on channels without one and for answers in a thread
     * @param body what the message says; empty where it has no text
     * @param links the links that stand in it
     * @param personalisation what of the lead stands in it
     * @param template the template it was composed of; {@code by_hand} or {@code edited} where a person wrote it; null
     *     where none was
     * @param model that wrote it, null where none did
     * @param deliveryStatus what became of the message after it left, as the vendor said last
     * @param receiptMissing whether its carrier owes a receipt for three days, so that none is expected any more: it may have
     *     arrived; texts only
     */
    public record ArchivedView(
            UUID id,
            @Nullable LeadCard lead,
            @Nullable CampaignCard campaign,
            Channel channel,
            TouchKind touchKind,
            TouchOrigin origin,
            int sequenceStep,
            Instant at,
            @Nullable String subject,
            String body,
            List<String> links,
            List<String> personalisation,
            @Nullable String template,
            @Nullable String model,
            DeliveryStatus deliveryStatus,
            boolean receiptMissing,
            int opens,
            int clicks) {

        static final ArchivedView EXAMPLE = new ArchivedView(
                UUID.fromString("019baaaa-0000-7000-8000-000000000051"),
                LeadCard.EXAMPLE,
                CampaignCard.EXAMPLE,
                Channel.EMAIL,
                TouchKind.EMAIL,
                TouchOrigin.SEQUENCE,
                1,
                Instant.parse("2026-03-02T01:00:00Z"),
                "Quick idea",
                "Hi Priya, a short note. https://northlight.example",
                List.of("https://northlight.example"),
                List.of("first_name"),
                "email.intro.1",
                null,
                DeliveryStatus.DELIVERED,
                false,
                2,
                0);

        static ArchivedView of(SentMessage message, ReadArchive.Page page) {
            Cards cards = page.cards();
            return new ArchivedView(
                    message.id().value(),
                    LeadCard.of(cards.lead(message.lead())),
                    CampaignCard.of(message.campaign(), cards),
                    message.kind().channel(),
                    message.kind(),
                    message.origin(),
                    message.stepNo(),
                    message.at(),
                    message.subject(),
                    message.body(),
                    Links.in(message.body()),
                    message.personalisation(),
                    message.template(),
                    message.model(),
                    message.delivery(),
                    ImpliedDelivery.receiptMissing(message.delivery(), message.kind(), message.at(), page.asOf()),
                    message.opens(),
                    message.clicks());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "Every message that was sent, word for word, newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.words("channel", Channel.class),
                                Params.oneId("campaign_id"),
                                Param.text("q", "Stands in the subject or the body."),
                                Param.instant("at_from", "From this moment on."),
                                Param.instant("at_to", "Before this moment."))
                        .lists(ArchivedView.class, Sorting.of("-at"), ArchivedView.EXAMPLE)
                        .handledBy(this::list),
                Route.get(ALL + "/{id}", "One message that was sent")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(ArchivedView.class, ArchivedView.EXAMPLE)
                        .handledBy(this::show));
    }

    private Reply<Page<ArchivedView>> list(Call<None> call) {
        SentMessages.Filter filter = new SentMessages.Filter(
                Params.words(call.query(), "channel", Channel.class),
                Params.id(call.query(), "campaign_id", CampaignId::new),
                call.query().text("q").orElse(null),
                Params.instant(call.query(), "at_from"),
                Params.instant(call.query(), "at_to"));
        ReadArchive.Page page = archive.list(
                call.scope(),
                filter,
                call.paging()
                        .after()
                        .map(after -> new SentMessages.After(Params.instant(after), new TouchId(after.id())))
                        .orElse(null),
                call.paging().limit());
        List<ArchivedView> views = page.messages().stream()
                .map(message -> ArchivedView.of(message, page))
                .toList();
        return Reply.ok(new Page<>(
                views,
                page.more()
                        ? Optional.of(
                                Params.at(views.getLast().at(), views.getLast().id()))
                        : Optional.empty()));
    }

    private Reply<ArchivedView> show(Call<None> call) {
        return archive.find(call.scope(), call.id("id", TouchId::new))
                .<Reply<ArchivedView>>map(
                        page -> Reply.ok(ArchivedView.of(page.messages().getFirst(), page)))
                .orElseGet(Reply::notFound);
    }
}
