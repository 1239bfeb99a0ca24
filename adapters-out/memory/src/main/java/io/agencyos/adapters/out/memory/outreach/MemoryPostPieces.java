package io.agencyos.adapters.out.memory.outreach;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sent letters among the touches, with what was told of them. */
public final class MemoryPostPieces implements PostPieces {

    private static final Set<EnrolmentState> OVER =
            Set.of(EnrolmentState.AWAITING_OUTCOME, EnrolmentState.CONVERTED, EnrolmentState.STOPPED);

    private static final Comparator<Touch> ORDERED =
            comparing(MemoryPostPieces::orderedAt).thenComparing(ById.ascending(Touch::id));

    private record Row(
            ClientId client,
            TouchId touch,
            PostSender.State state,
            Instant movedAt,
            @Nullable Recall recall) {}

    private final MemoryTable<TouchId, Row> told;
    private final MemoryTouches touches;
    private final Leads leads;
    private final Enrolments enrolments;

    public MemoryPostPieces(MemoryUnitOfWork units, MemoryTouches touches, Leads leads, Enrolments enrolments) {
        told = MemoryTable.<TouchId, Row>ofTenants("post_piece", units, Row::client, Row::touch)
                .writtenBy(Role.WORKER);
        this.touches = touches;
        this.leads = leads;
        this.enrolments = enrolments;
    }

    @Override
    public boolean moved(ClientId client, TouchId touch, PostSender.State state, Instant at) {
        Row had = told.find(touch).orElse(null);
        if (had != null && had.state().compareTo(state) >= 0) {
            return false;
        }
        told.put(new Row(client, touch, state, at, had == null ? null : had.recall()));
        return true;
    }

    @Override
    public void wantedBack(ClientId client, TouchId touch, Recall recall, Instant at) {
        Row had = told.find(touch).orElseGet(() -> new Row(client, touch, PostSender.State.QUEUED, at, null));
        told.put(new Row(client, touch, had.state(), had.movedAt(), recall));
    }

    @Override
    public List<Piece> unwanted(ClientId client, Instant since) {
        return sent(client)
                .filter(touch -> !orderedAt(touch).isBefore(since) && isUnwanted(touch))
                .sorted(ORDERED)
                .map(this::piece)
                .filter(piece -> piece.state() == PostSender.State.QUEUED && piece.recall() == null)
                .toList();
    }

    private boolean isUnwanted(Touch touch) {
        boolean runs = leads.find(touch.clientId(), touch.leadId())
                .filter(lead -> lead.status() == LeadStatus.IN_SEQUENCE)
                .isPresent();
        boolean over = touch.enrolmentId() != null
                && enrolments.findAll(touch.clientId(), List.of(touch.enrolmentId())).stream()
                        .map(Enrolment::state)
                        .anyMatch(OVER::contains);
        return !runs || over;
    }

    @Override
    public List<Piece> list(ClientId client, @Nullable LeadId lead, @Nullable After after, int limit) {
        return sent(client)
                .filter(touch -> lead == null || lead.equals(touch.leadId()))
                .filter(touch -> after == null || isBehind(touch, after))
                .sorted(ORDERED.reversed())
                .limit(limit)
                .map(this::piece)
                .toList();
    }

    private static boolean isBehind(Touch touch, After after) {
        int order = orderedAt(touch).compareTo(after.orderedAt());
        return order < 0
                || order == 0 && touch.id().text().compareTo(after.touch().text()) < 0;
    }

    private Stream<Touch> sent(ClientId client) {
        return touches.all(client)
                .filter(touch -> touch.kind().channel() == Channel.MAIL
                        && touch.state() == TouchState.SENT
                        && touch.vendorRef() != null);
    }

    private static Instant orderedAt(Touch touch) {
        return Objects.requireNonNull(touch.sentAt(), "a sent touch knows when");
    }

    private Piece piece(Touch touch) {
        Row row = told.find(touch.id())
                .orElseGet(
                        () -> new Row(touch.clientId(), touch.id(), PostSender.State.QUEUED, orderedAt(touch), null));
        Touch.TouchContent content = touch.content();
        return new Piece(
                touch.id(),
                touch.leadId(),
                touch.kind(),
                Objects.requireNonNull(touch.vendor()),
                Objects.requireNonNull(touch.vendorRef()),
                orderedAt(touch),
                content == null ? null : content.subject(),
                row.state(),
                row.movedAt(),
                row.recall());
    }
}
