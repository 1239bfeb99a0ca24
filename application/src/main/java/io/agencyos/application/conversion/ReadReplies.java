package io.agencyos.application.conversion;

import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ReplyId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What leads answered, newest first. Source: api 9.11. */
@PrimaryPort
public interface ReadReplies {

    /** How many of a thread's messages stand beside one reply. */
    int MESSAGES = 20;

    /** A reply with its text and the campaign of its thread. */
    record Line(
            Reply reply,
            @Nullable Message message,
            @Nullable CampaignId campaign) {}

    record Page(List<Line> lines, Cards cards, boolean more) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /** One reply, the last messages of its thread and our answers to it, oldest first. */
    record Detail(Line line, Cards cards, List<Spoken> messages, List<Touch> answers) {
        public Detail {
            messages = List.copyOf(messages);
            answers = List.copyOf(answers);
        }
    }

    Page list(TenantScope scope, Replies.Filter filter, Replies.@Nullable After after, int limit);

    Optional<Detail> find(TenantScope scope, ReplyId id);
}
