package io.agencyos.application.outreach.post;

import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Where letters and postcards are that a post office took. Needs an open unit of work of the tenant, for writing as worker.
 * Source: outreach 12, vendors/direct-mail 4, 5.
 */
@SecondaryPort
public interface PostPieces {

    /** Where nothing is posted. */
    PostPieces NONE = new PostPieces() {
        @Override
        public boolean moved(ClientId client, TouchId touch, PostSender.State state, Instant at) {
            return false;
        }

        @Override
        public void wantedBack(ClientId client, TouchId touch, Recall recall, Instant at) {
            throw new IllegalStateException("there is no piece to want back");
        }

        @Override
        public List<Piece> unwanted(ClientId client, Instant since) {
            return List.of();
        }

        @Override
        public List<Piece> list(ClientId client, @Nullable LeadId lead, @Nullable After after, int limit) {
            return List.of();
        }
    };

    /** What came of wanting a piece back. */
    enum Recall implements Vocabulary {
        STOPPED,
        /** Printing had begun: it goes out, and everybody may know. */
        UNSTOPPABLE
    }

    /**
     * One piece.
     *
     * @param shownPrice what it was approved for, as it was shown
     * @param movedAt when it got there
     * @param recall null where nobody wanted it back
     */
    record Piece(
            TouchId touch,
            LeadId lead,
            TouchKind kind,
            String vendor,
            String vendorRef,
            Instant orderedAt,
            @Nullable String shownPrice,
            PostSender.State state,
            Instant movedAt,
            @Nullable Recall recall) {}

    /** Where a page begins: behind this piece. */
    record After(Instant orderedAt, TouchId touch) {}

    /** It is there now; false where it was there or further before, so that nothing follows from it twice. */
    boolean moved(ClientId client, TouchId touch, PostSender.State state, Instant at);

    void wantedBack(ClientId client, TouchId touch, Recall recall, Instant at);

    /** Ordered since then, not printed and not wanted back yet, to people to whom nothing shall go any more. */
    List<Piece> unwanted(ClientId client, Instant since);

    /** Latest order first; of one lead where it is named. */
    List<Piece> list(ClientId client, @Nullable LeadId lead, @Nullable After after, int limit);
}
